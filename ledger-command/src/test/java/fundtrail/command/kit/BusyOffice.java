package fundtrail.command.kit;

import static fundtrail.command.kit.Office.*;
import static fundtrail.command.kit.Sample.*;

import fundtrail.command.allotbudget.AllotBudget;
import fundtrail.command.approvebudget.ApproveBudget;
import fundtrail.command.authority.DefaultMatrix;
import fundtrail.command.authority.DefaultRules;
import fundtrail.command.cancelbatch.CancelBatch;
import fundtrail.command.closepayeeaccount.ClosePayeeAccount;
import fundtrail.command.confirmpayment.ConfirmPayment;
import fundtrail.command.decide.Command;
import fundtrail.command.disbursebatch.DisburseBatch;
import fundtrail.command.disbursebatch.DisburseBatch.Row;
import fundtrail.command.eraseperson.ErasePerson;
import fundtrail.command.executebatch.ExecuteBatch;
import fundtrail.command.gate.Ruling;
import fundtrail.command.grantdelegation.GrantDelegation;
import fundtrail.command.grantrole.GrantRole;
import fundtrail.command.mergeinstitution.MergeInstitution;
import fundtrail.command.placepaymenthold.PlacePaymentHold;
import fundtrail.command.publishruleset.PublishRuleSet;
import fundtrail.command.recordfundreceipt.RecordFundReceipt;
import fundtrail.command.registerfundsource.RegisterFundSource;
import fundtrail.command.registerinstitution.RegisterInstitution;
import fundtrail.command.registerpayeeaccount.RegisterPayeeAccount;
import fundtrail.command.registerperson.RegisterPerson;
import fundtrail.command.registertreasuryaccount.RegisterTreasuryAccount;
import fundtrail.command.releasepaymenthold.ReleasePaymentHold;
import fundtrail.command.returnpayment.ReturnPayment;
import fundtrail.command.reverseentry.ReverseEntry;
import fundtrail.command.revokedelegation.RevokeDelegation;
import fundtrail.command.revokerole.RevokeRole;
import fundtrail.command.setauthoritymatrix.SetAuthorityMatrix;
import fundtrail.contract.CompensationChannel;
import fundtrail.contract.DocumentRef;
import fundtrail.contract.Money;
import fundtrail.contract.Role;
import fundtrail.contract.fact.AdvancePaid;
import fundtrail.contract.fact.BudgetAllotted;
import fundtrail.contract.fact.DisbursementBatchApproved;
import fundtrail.contract.fact.BudgetApproved.SourceAmount;
import fundtrail.contract.fact.DisbursementBatchApprovedRows.PaymentKind;
import fundtrail.contract.fact.FundSourceRegistered;
import fundtrail.contract.fact.InstitutionRegistered;
import fundtrail.contract.fact.PayeeAccountRegistered;
import fundtrail.contract.fact.PersonErased.Reason;
import fundtrail.contract.fact.ProposalChecked;
import fundtrail.contract.fact.ProposalSubmitted;
import fundtrail.contract.fact.TreasuryAccountRegistered;
import fundtrail.contract.id.AllotmentId;
import fundtrail.contract.id.BankAccountId;
import fundtrail.contract.id.BatchId;
import fundtrail.contract.id.CreditCode;
import fundtrail.contract.id.DelegationId;
import fundtrail.contract.id.FundSourceCode;
import fundtrail.contract.id.HoldId;
import fundtrail.contract.id.InstitutionId;
import fundtrail.contract.id.PayeeAccountId;
import fundtrail.contract.id.PaymentId;
import fundtrail.contract.id.PersonRef;
import fundtrail.contract.id.ProposalId;
import fundtrail.contract.id.RuleSetId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * An office in which people ask for all sorts of things, sensible and not, about a few institutions, sources and
 * batches, so that they meet. The seed says what happens.
 */
public final class BusyOffice {
    private final Office office = new Office();
    private final Random random;
    private final Lately lately;
    private final ClosingDesk closing;
    private final BusyYear year;
    private final AuthorityDesk authority;
    private Instant now = OPENING;
    private HoldId lastHold = new HoldId("hold-0");
    private BatchId lastBatch = new BatchId("B0");
    private int document;
    private final BusyReserve reserve;
    private final BusyCases cases;

    public BusyOffice(long seed) {
        random = new Random(seed);
        lately = new Lately(office, random);
        office.with(Sample.institution(H1), Sample.institution(H2), source(CEN), source(CTY), treasuryAccount(),
                Sample.payeeAccount(H1), Sample.payeeAccount(H2));
        closing = new ClosingDesk(office, random, this::document);
        year = new BusyYear(office, random);
        authority = new AuthorityDesk(office, random, this::document);
        reserve = new BusyReserve(office, random);
        cases = new BusyCases(office, random);
    }

    public Office office() {
        return office;
    }

    /** One thing happens: mostly a wish brought through its hands, refused wherever it may be. */
    public void step() {
        switch (random.nextInt(4) == 0 ? 115 : random.nextInt(115)) {
            case 115 -> cases.turn(this::bring);
            case 0, 1 -> office.at(now = now.plus(Duration.ofHours(random.nextInt(40))));
            case 2 -> bring(random.nextInt(4) > 0 ? new RegisterPerson(person(), Integer.toString(random.nextInt(8), 16).repeat(64)) : new ErasePerson(document(), person(), Reason.PURPOSE_ENDED),
                    ADMIN, ACCOUNTANT);
            case 3 -> bring(new GrantRole(LEGAL, random.nextBoolean() ? Role.HO : Role.CL, DIVISION, null), ADMIN, ACCOUNTANT);
            case 4 -> bring(new RevokeRole(LEGAL, Role.HO, DIVISION, null), ADMIN, ACCOUNTANT);
            case 5 -> bring(new SetAuthorityMatrix(DefaultMatrix.matrix().rows()), ADMIN, ACCOUNTANT);
            case 6 -> bring(rulesOrSource(), BUDGET_OFFICER, ACCOUNTANT);
            case 7 -> bring(newInstitution(), CLERK, CHECKER);
            case 8 -> bring(newTreasuryAccount(), CHECKER, ACCOUNTANT);
            case 9, 10 -> bring(payeeAccount(), CLERK, CHECKER);
            case 11, 12 -> bring(budget(), BUDGET_OFFICER, CHECKER, ACCOUNTANT);
            case 13, 14 -> bring(allotment(), BUDGET_OFFICER, ACCOUNTANT);
            case 15, 16 -> bring(receipt(), CASHIER);
            case 17, 18, 19, 94, 95, 96, 97, 98 -> bring(batch(), CLERK, CHECKER, ACCOUNTANT);
            case 20, 21, 22, 99, 100, 101, 102, 103, 104, 105, 106 -> bring(new ExecuteBatch(null, batchId()), CASHIER);
            case 23 -> bring(new CancelBatch(null, batchId(), "改月再付", null), CASHIER);
            case 24, 25 -> bring(new ConfirmPayment(null, payment(), "out-" + random.nextInt(600)), CASHIER);
            case 26, 107, 108, 109, 110, 111, 112, 113, 114 -> bring(new ReturnPayment(null, payment(), amount(3_000), "back-" + random.nextInt(600), "户名不符"), CASHIER);
            case 27 -> bring(new ReverseEntry(null, document(), position(), "录入有误"), CLERK, CHECKER, ACCOUNTANT);
            case 28 -> bring(hold(), INSPECTOR);
            case 29 -> bring(delegation(), CHECKER, ACCOUNTANT);
            case 30 -> bring(new RevokeDelegation(new DelegationId("d-" + random.nextInt(9))), CHECKER, ACCOUNTANT);
            case 31 -> bring(new MergeInstitution(null, document(), new InstitutionId("H" + random.nextInt(2, 9)), institution()), CLERK, CHECKER, ACCOUNTANT);
            case 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44 -> bring(closing.next(today()));
            case 45, 46, 47, 48, 49, 50, 51, 52 -> bring(authority.next(today()));
            case 32 -> bring(new ReleasePaymentHold(null, lastHold, "问题已整改"), random.nextBoolean() ? INSPECTOR : LEGAL);
            case 69, 70, 71, 72, 73, 74, 75, 76, 77, 78, 79, 80, 81, 82 -> reserve.turn(this::bring);
            default -> year.turn(this::bring);
        }
    }

    private void bring(ClosingDesk.Wished wished) {
        bring(wished.command(), wished.hands());
    }

    /** Now and then a hand returns it, its maker withdraws it, or it stays open. */
    private void bring(Command wish, PersonRef... hands) {
        Office.Answer answer = office.asks(hands[0], wish);
        for (int hand = 1; hand < hands.length && answer.ruling() instanceof Ruling.Record; hand++) {
            ProposalId proposal = proposal(answer);
            if (proposal == null) {
                return;
            }
            boolean last = hand == hands.length - 1;
            answer = switch (random.nextInt(12)) {
                case 0 -> office.returns(hands[hand], proposal);
                case 1 -> office.withdraws(hands[0], proposal);
                default -> last ? office.approves(hands[hand], proposal) : office.checks(hands[hand], proposal);
            };
        }
    }

    private ProposalId proposal(Office.Answer answer) {
        return switch (answer.facts().getLast()) {
            case ProposalSubmitted submitted -> submitted.proposal();
            case ProposalChecked checked -> checked.proposal();
            default -> null;
        };
    }

    private Command rulesOrSource() {
        if (random.nextBoolean()) {
            return new PublishRuleSet(null, document(), new RuleSetId("rules-" + random.nextInt(4)), today(),
                    DefaultRules.ruleSet().programmes(), List.of(), List.of(), 1 + random.nextInt(2), random.nextInt(3), 60,
                    null, DefaultRules.ruleSet().payments(), null, null, null);
        }
        FundSourceRegistered fact = source(new FundSourceCode("S" + random.nextInt(5)));
        return new RegisterFundSource(null, document(), fact.fundSource(), fact.nameZh(), fact.nameEn(), fact.level(),
                null, null, false, fact.restitutionOpen(), fact.restitutionClosed(), null);
    }

    private Command delegation() {
        return new GrantDelegation(new DelegationId("d-" + random.nextInt(9)), CHECKER, LEGAL, DIVISION,
                List.of("ApproveBudget", "DisburseBatch"), random.nextBoolean() ? null : amount(3_000), today(),
                today().plusDays(random.nextInt(5)));
    }

    private Command newInstitution() {
        InstitutionRegistered fact = Sample.institution(H1);
        CreditCode code = random.nextBoolean() ? fact.creditCode() : new CreditCode("12330521471100032E");
        return new RegisterInstitution(null, new InstitutionId("H" + random.nextInt(9)), code, fact.name(), fact.type(),
                fact.ownership(), DIVISION);
    }

    private Command newTreasuryAccount() {
        TreasuryAccountRegistered fact = treasuryAccount();
        return new RegisterTreasuryAccount(null, new BankAccountId("CT" + random.nextInt(5)), DIVISION, fact.use(),
                fact.accountName(), "77" + random.nextInt(5), fact.bank());
    }

    private Command payeeAccount() {
        InstitutionId institution = institution();
        PayeeAccountRegistered fact = Sample.payeeAccount(institution);
        return random.nextInt(10) == 0
                ? new ClosePayeeAccount(openAccount(institution), "改开他行")
                : new RegisterPayeeAccount(new PayeeAccountId(institution + "-" + random.nextInt(20)), institution, fact.accountName(), fact.accountNumber(), fact.bank());
    }

    private Command budget() {
        return new ApproveBudget(null, document(), DIVISION, YEAR, BPH, CompensationChannel.BASIC_SERVICE_PURCHASE,
                List.of(new SourceAmount(CEN, amount(10_000)), new SourceAmount(CTY, amount(10_000))));
    }

    private Command allotment() {
        AllotmentId id = allotmentId();
        String[] parts = id.value().split("-");
        return new AllotBudget(null, document(), id, new InstitutionId(parts[1]), DIVISION, new FundSourceCode(parts[0]), BPH,
                YEAR, CLASSES, amount(10_000));
    }

    private Command receipt() {
        return new RecordFundReceipt(null, null, DIVISION, YEAR, random.nextBoolean() ? CEN : CTY, CT,
                "in-" + random.nextInt(600), amount(10_000));
    }

    private DisburseBatch batch() {
        List<Row> rows = new ArrayList<>();
        for (int number = 1; number <= 1 + random.nextInt(2); number++) {
            AllotmentId allotment = lately.or(allotmentId(), BudgetAllotted.class, BudgetAllotted::allotment);
            InstitutionId institution = new InstitutionId(allotment.value().split("-")[1]);
            rows.add(new Row(number, PaymentKind.ADVANCE, institution, openAccount(institution), allotment, amount(3_000),
                    "补助", null, "确需再付"));
        }
        Money total = Money.sum(rows.stream().map(Row::amount).toList());
        lastBatch = new BatchId("B" + random.nextInt(600));
        return new DisburseBatch(null, lastBatch, DIVISION, CT, null, rows.size(), total, rows);
    }

    private PayeeAccountId openAccount(InstitutionId institution) {
        return office.known().payeeAccountsOf(institution).stream()
                .filter(account -> !account.closed())
                .map(account -> account.account().payeeAccount())
                .findFirst()
                .orElse(accountOf(institution));
    }

    /** Mostly one of a kind that may be reversed. */
    private long position() {
        long position = random.nextInt(office.log().size() + 1);
        for (int tries = 0; tries < 20 && office.known().reversals().at(position) == null; tries++) {
            position = random.nextInt(office.log().size() + 1);
        }
        return position;
    }

    private AllotmentId allotmentId() {
        return new AllotmentId((random.nextBoolean() ? CEN : CTY) + "-" + institution() + "-" + random.nextInt(3));
    }

    private BatchId batchId() {
        return lately.or(lastBatch, DisbursementBatchApproved.class, DisbursementBatchApproved::batch);
    }

    private PaymentId payment() {
        return lately.or(new PaymentId(batchId() + ".1"), AdvancePaid.class, AdvancePaid::payment);
    }

    private Command hold() {
        lastHold = new HoldId("hold-" + random.nextInt(400));
        return new PlacePaymentHold(document(), lastHold, institution(), null, random.nextBoolean() ? amount(3_000) : null,
                "预算法实施条例第六十条", today(), today());
    }

    private InstitutionId institution() {
        return random.nextBoolean() ? H1 : H2;
    }

    private PersonRef person() {
        return new PersonRef("p-" + random.nextInt(6));
    }

    private Money amount(int most) {
        return Money.ofFen(1 + random.nextInt(most));
    }

    private DocumentRef document() {
        return new DocumentRef("文件", "澄湖县财政局", "澄财〔2026〕" + document++ + "号", DAY, "0".repeat(64));
    }

    private LocalDate today() {
        return office.known().dateOf(now);
    }
}
