package fundtrail.client.fsck.identity;

import static fundtrail.contract.Account.ADVANCES;
import static fundtrail.contract.Account.ALLOTTED;
import static fundtrail.contract.Account.AUTHORITY;
import static fundtrail.contract.Account.CHARGES_INCOME;
import static fundtrail.contract.Account.CLAWBACK_RECEIVABLE;
import static fundtrail.contract.Account.EXPENDED;
import static fundtrail.contract.Account.INFLOW;
import static fundtrail.contract.Account.PROGRAM_EXPENSE;
import static fundtrail.contract.Account.RECOVERY_HOLDING;
import static fundtrail.contract.Account.RESERVED;
import static fundtrail.contract.Account.SETTLEMENT_PAYABLE;
import static fundtrail.contract.Account.SETTLEMENT_RECEIVABLE;
import static fundtrail.contract.Account.TREASURY_CASH;
import static fundtrail.contract.Account.UNALLOTTED;
import static org.junit.jupiter.api.Assertions.assertEquals;

import fundtrail.contract.Account;
import fundtrail.contract.CompensationChannel;
import fundtrail.contract.Entry;
import fundtrail.contract.Fact;
import fundtrail.contract.Line;
import fundtrail.contract.Lines;
import fundtrail.contract.Money;
import fundtrail.contract.Purse;
import fundtrail.contract.fact.AdvancePaid;
import fundtrail.contract.fact.BudgetAllotted;
import fundtrail.contract.fact.BudgetApproved;
import fundtrail.contract.fact.BudgetApproved.SourceAmount;
import fundtrail.contract.fact.ClawbackDetermined;
import fundtrail.contract.fact.ClawbackDetermined.DeterminedOfSource;
import fundtrail.contract.fact.ClawbackRecovered;
import fundtrail.contract.fact.DeterminedClaim;
import fundtrail.contract.fact.DisbursementBatchApproved;
import fundtrail.contract.fact.DisbursementBatchApprovedRows;
import fundtrail.contract.fact.FundReceived;
import fundtrail.contract.fact.PaymentReturned;
import fundtrail.contract.fact.SettlementFinalized;
import fundtrail.contract.formula.SettlementOfSource;
import fundtrail.contract.id.AllotmentId;
import fundtrail.contract.id.BankAccountId;
import fundtrail.contract.id.BatchId;
import fundtrail.contract.id.CaseId;
import fundtrail.contract.id.ClaimId;
import fundtrail.contract.id.ClawbackId;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.FundSourceCode;
import fundtrail.contract.id.InstitutionId;
import fundtrail.contract.id.PayeeAccountId;
import fundtrail.contract.id.PaymentId;
import fundtrail.contract.id.ProgrammeCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Facts of one institution's year, whose lines may be made to say something else than their amounts. */
final class Made {
    static final DivisionCode COUNTY = new DivisionCode("330521");
    static final int YEAR = 2026;
    static final FundSourceCode CEN = new FundSourceCode("CEN");
    static final InstitutionId H1 = new InstitutionId("H1");
    static final InstitutionId H2 = new InstitutionId("H2");
    static final ProgrammeCode BSP = new ProgrammeCode("BSP");
    static final AllotmentId A1 = new AllotmentId("A1");
    static final BankAccountId CT = new BankAccountId("CT");
    static final BankAccountId HELD = new BankAccountId("HELD");
    static final ClawbackId CB1 = new ClawbackId("CB1");
    static final ClaimId CLAIM = new ClaimId("C-1");
    static final Purse SOURCE = Purse.of(COUNTY, YEAR, CEN);
    static final Purse OWNER = SOURCE.of(H1, BSP);
    static final Purse ALLOTMENT = OWNER.under(A1);
    static final Purse CLAWBACK = OWNER.forClawback(CB1);
    private static final String HASH = "ab".repeat(32);

    private Made() {}

    static Money yuan(String amount) {
        return Money.yuan(amount);
    }

    /** Dr one account of a purse / Cr another of another. */
    static List<Line> moved(Account debit, Purse to, Account credit, Purse from, String amount) {
        return List.of(Line.debit(debit, to, yuan(amount)), Line.credit(credit, from, yuan(amount)));
    }

    @SafeVarargs
    static Lines lines(List<Line>... parts) {
        List<Line> all = new ArrayList<>();
        for (List<Line> part : parts) {
            all.addAll(part);
        }
        return new Lines(all);
    }

    static BudgetApproved approved(String amount, String booked) {
        return new BudgetApproved(COUNTY, YEAR, BSP, CompensationChannel.BASIC_SERVICE_PURCHASE, List.of(new SourceAmount(CEN, yuan(amount))),
                lines(moved(AUTHORITY, SOURCE, UNALLOTTED, SOURCE, booked)));
    }

    static BudgetAllotted allotted(String amount, String booked) {
        return new BudgetAllotted(A1, H1, COUNTY, CEN, BSP, YEAR, null, yuan(amount), lines(moved(UNALLOTTED, SOURCE, ALLOTTED, ALLOTMENT, booked)));
    }

    static FundReceived received(String amount, String booked) {
        return new FundReceived(COUNTY, YEAR, CEN, CT, "in-" + amount, yuan(amount), lines(moved(TREASURY_CASH, SOURCE.in(CT), INFLOW, SOURCE, booked)));
    }

    static Fact[] batch(String batch, String amount, String booked, String controlTotal) {
        var row = new DisbursementBatchApprovedRows.Row(1, new PaymentId(batch + ".1"), DisbursementBatchApprovedRows.PaymentKind.ADVANCE, H1,
                new PayeeAccountId("H1-main"), A1, yuan(amount), "预拨", "1", null, null, null);
        return new Fact[] {
            new DisbursementBatchApprovedRows(new BatchId(batch), 1, List.of(row), lines(moved(ALLOTTED, ALLOTMENT, RESERVED, ALLOTMENT, booked))),
            new DisbursementBatchApproved(new BatchId(batch), COUNTY, CT, 1, 1, yuan(controlTotal), HASH, null)
        };
    }

    static AdvancePaid paid(String batch, String amount, String advanced, String cash, String spent) {
        Purse cashPurse = SOURCE.in(CT);
        List<Line> lines = new ArrayList<>();
        lines.add(Line.debit(ADVANCES, OWNER, yuan(advanced)));
        lines.add(Line.credit(TREASURY_CASH, cashPurse, yuan(cash)));
        if (!advanced.equals(cash)) {
            lines.add(Line.debit(CHARGES_INCOME, SOURCE, yuan(cash).minus(yuan(advanced))));
        }
        lines.addAll(moved(RESERVED, ALLOTMENT, EXPENDED, ALLOTMENT, spent));
        return new AdvancePaid(new PaymentId(batch + ".1"), new BatchId(batch), 1, H1, H1, new PayeeAccountId("H1-main"), A1, CT, yuan(amount),
                "预拨", "1", null, new Lines(lines));
    }

    static AdvancePaid paid(String batch, String amount) {
        return paid(batch, amount, amount, amount, amount);
    }

    static PaymentReturned returned(String amount, String back) {
        return new PaymentReturned(new PaymentId("B1.1"), H1, A1, yuan(amount), "back-" + amount, "户名不符", lines(
                moved(TREASURY_CASH, SOURCE.in(CT), ADVANCES, OWNER, amount), moved(EXPENDED, ALLOTMENT, ALLOTTED, ALLOTMENT, back)));
    }

    /** e = 40.00 advanced + payable − receivable. */
    static SettlementFinalized settled(String entitlement, String advances, String booked) {
        SettlementOfSource one = SettlementOfSource.of(CEN, yuan(entitlement), yuan(advances), Money.ZERO, Money.ZERO);
        List<Line> lines = new ArrayList<>(List.of(Line.credit(ADVANCES, OWNER, yuan(advances))));
        if (!yuan(booked).isZero()) {
            lines.add(Line.debit(PROGRAM_EXPENSE, OWNER, yuan(booked)));
        }
        Money open = yuan(booked).minus(yuan(advances));
        if (open.isPositive()) {
            lines.add(Line.credit(SETTLEMENT_PAYABLE, OWNER, open));
        } else if (open.isNegative()) {
            lines.add(Line.debit(SETTLEMENT_RECEIVABLE, OWNER, open.negated()));
        }
        return new SettlementFinalized(COUNTY, H1, BSP, YEAR, 1, List.of(one), new Lines(lines));
    }

    static ClawbackDetermined determined(ClawbackId clawback, String amount, String booked, String paid) {
        return new ClawbackDetermined(clawback, new CaseId("case-1"), COUNTY, H1, BSP, YEAR, yuan(amount),
                List.of(new DeterminedClaim(CLAIM, yuan(amount), yuan(paid))), List.of(new DeterminedOfSource(CEN, yuan(amount), ADVANCES)),
                LocalDate.of(2026, 9, 1), lines(moved(CLAWBACK_RECEIVABLE, OWNER.forClawback(clawback), ADVANCES, OWNER, booked)));
    }

    static ClawbackRecovered recovered(String amount, String booked) {
        return new ClawbackRecovered(CB1, COUNTY, H1, HELD, "rec-" + amount, yuan(amount), List.of(new SourceAmount(CEN, yuan(amount))), null,
                lines(moved(RECOVERY_HOLDING, SOURCE.forClawback(CB1).in(HELD), CLAWBACK_RECEIVABLE, CLAWBACK, booked)));
    }

    /** Approved 100.00, allotted 60.00, received 50.00, 40.00 of it advanced: facts 0 to 5. */
    static List<Fact> advanced() {
        List<Fact> facts = new ArrayList<>(List.of(approved("100.00", "100.00"), allotted("60.00", "60.00"), received("50.00", "50.00")));
        facts.addAll(List.of(batch("B1", "40.00", "40.00", "40.00")));
        facts.add(paid("B1", "40.00"));
        return facts;
    }

    /** These hold to the last; what follows breaks the identity whose name begins so, at its own place. */
    static void broken(String identity, List<Fact> before, Fact... after) {
        Identities identities = new Identities(Set.of(COUNTY));
        List<Fact> facts = new ArrayList<>(before);
        facts.addAll(List.of(after));
        for (int position = 0; position < facts.size(); position++) {
            Optional<Broken> found = identities.after(new Entry(position, Instant.EPOCH, null, facts.get(position)));
            boolean last = position == facts.size() - 1;
            int here = position;
            assertEquals(last ? identity : "", found.map(one -> one.identity().startsWith(identity) ? identity : one.toString()).orElse(""),
                    () -> "fact " + here + ", " + found);
        }
    }

    /** All of them hold. */
    static void hold(List<Fact> before, Fact... after) {
        broken("", before, after);
    }
}
