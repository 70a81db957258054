package fundtrail.load.micro;

import fundtrail.command.authority.DefaultMatrix;
import fundtrail.command.decide.Moment;
import fundtrail.command.known.Known;
import fundtrail.command.posting.PostingRules;
import fundtrail.contract.DocumentRef;
import fundtrail.contract.Entry;
import fundtrail.contract.Envelope;
import fundtrail.contract.Fact;
import fundtrail.contract.FactTypes;
import fundtrail.contract.Money;
import fundtrail.contract.Purse;
import fundtrail.contract.Role;
import fundtrail.contract.Signature;
import fundtrail.contract.fact.BudgetAllotted;
import fundtrail.contract.fact.BudgetAllotted.Classification;
import fundtrail.contract.fact.FundReceived;
import fundtrail.contract.fact.FundSourceRegistered;
import fundtrail.contract.fact.FundSourceRegistered.Level;
import fundtrail.contract.fact.FundSourceRegistered.RestitutionTarget;
import fundtrail.contract.fact.LedgerOpened;
import fundtrail.contract.fact.PersonRegistered;
import fundtrail.contract.fact.RoleGranted;
import fundtrail.contract.fact.TreasuryAccountRegistered;
import fundtrail.contract.id.AllotmentId;
import fundtrail.contract.id.BankAccountId;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.FundSourceCode;
import fundtrail.contract.id.InstitutionId;
import fundtrail.contract.id.PersonRef;
import fundtrail.contract.id.ProgrammeCode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

/** A decision state behind which lie a hundred thousand receipts, and the facts that benchmarks share. */
final class LargeKnown {
    static final int RECEIPTS = 100_000;
    static final DivisionCode DIVISION = new DivisionCode("330521");
    static final FundSourceCode SOURCE = new FundSourceCode("CEN");
    static final BankAccountId ACCOUNT = new BankAccountId("CT");
    static final PersonRef CASHIER = new PersonRef("p-cashier");
    static final String HASH = "0".repeat(64);
    static final int YEAR = 2026;
    static final Instant AT = Instant.parse("2026-01-05T02:00:00Z");
    static final LocalDate DAY = LocalDate.of(2026, 1, 5);
    static final Moment MOMENT = new Moment(AT, DAY, DAY, List.of(CASHIER), null);

    final Known known = new Known();
    private long position;

    LargeKnown() {
        fold(new LedgerOpened("bench", List.of(new LedgerOpened.Division(DIVISION, "澄湖县（虚构）")),
                "rehearsal.fundtrail.example/bench", LedgerOpened.Purpose.REHEARSAL, ZoneId.of("Asia/Shanghai")));
        fold(DefaultMatrix.matrix());
        fold(new PersonRegistered(CASHIER, HASH));
        fold(new RoleGranted(CASHIER, Role.CS, DIVISION, null));
        fold(new FundSourceRegistered(SOURCE, "县级财政预算", "County budget", Level.COUNTY, "111", null, false,
                RestitutionTarget.ALLOTMENT, RestitutionTarget.TREASURY, null));
        fold(new TreasuryAccountRegistered(ACCOUNT, DIVISION, TreasuryAccountRegistered.Use.TREASURY, "澄湖县财政局",
                "9900000000000001", "虚构银行澄湖支行"));
        for (int receipt = 0; receipt < RECEIPTS; receipt++) {
            fold(received("IN-" + receipt));
        }
    }

    private void fold(Fact fact) {
        known.fold(new Entry(position++, AT, envelope(fact), fact));
        known.settle(position);
    }

    static FundReceived received(String bankRef) {
        return new FundReceived(DIVISION, YEAR, SOURCE, ACCOUNT, bankRef, Money.yuan("1.00"),
                PostingRules.fundReceived(DIVISION, YEAR, SOURCE, ACCOUNT, Money.yuan("1.00")));
    }

    static BudgetAllotted allotted() {
        Purse purse = purse();
        return new BudgetAllotted(purse.allotment(), purse.institution(), DIVISION, SOURCE, purse.programme(), YEAR,
                new Classification("2100408", "50502", null), Money.yuan("100.00"), PostingRules.budgetAllotted(purse, Money.yuan("100.00")));
    }

    static Purse purse() {
        return Purse.of(DIVISION, YEAR, SOURCE)
                .of(new InstitutionId("H1"), new ProgrammeCode("BPH"))
                .under(new AllotmentId("A-1"));
    }

    /** The envelope a cashier's wish gives its fact. */
    static Envelope envelope(Fact fact) {
        FactTypes.FactType type = FactTypes.of(fact.getClass());
        return new Envelope(new UUID(0x019b8c1e00007000L, 0x8000000000000000L), "0".repeat(32), type.name(), type.version(), DAY,
                CASHIER.value(), List.of(new Signature(Signature.Step.MAKER, Role.CS, CASHIER, null, null)), null, null, "req-1", null, null,
                new DocumentRef("预算批复", "澄湖县财政局", "澄财预〔2026〕1号", LocalDate.of(2026, 1, 4), HASH), "rules-2026");
    }
}
