package fundtrail.command.kit;

import fundtrail.command.posting.AuthorityPostings;
import fundtrail.command.posting.PostingRules;
import fundtrail.contract.CompensationChannel;
import fundtrail.contract.Digest;
import fundtrail.contract.DocumentRef;
import fundtrail.contract.Fact;
import fundtrail.contract.Json;
import fundtrail.contract.Money;
import fundtrail.contract.Purse;
import fundtrail.contract.fact.BudgetAllotted;
import fundtrail.contract.fact.BudgetAllotted.Classification;
import fundtrail.contract.fact.BudgetApproved;
import fundtrail.contract.fact.BudgetApproved.SourceAmount;
import fundtrail.contract.fact.BudgetReallocated;
import fundtrail.contract.fact.FundReceived;
import fundtrail.contract.fact.FundSourceRegistered;
import fundtrail.contract.fact.FundSourceRegistered.Level;
import fundtrail.contract.fact.FundSourceRegistered.RestitutionTarget;
import fundtrail.contract.fact.InstitutionMerged;
import fundtrail.contract.fact.InstitutionRegistered;
import fundtrail.contract.fact.InstitutionRegistered.InstitutionType;
import fundtrail.contract.fact.InstitutionRegistered.Ownership;
import fundtrail.contract.fact.LedgerOpened;
import fundtrail.contract.fact.LedgerOpened.Purpose;
import fundtrail.contract.fact.PayeeAccountRegistered;
import fundtrail.contract.fact.PersonRegistered;
import fundtrail.contract.fact.RuleSetPublished;
import fundtrail.contract.fact.RuleSetPublished.Programme;
import fundtrail.contract.fact.TransferNotified;
import fundtrail.contract.fact.TransferReceived;
import fundtrail.contract.fact.TreasuryAccountRegistered;
import fundtrail.contract.id.AllotmentId;
import fundtrail.contract.id.BankAccountId;
import fundtrail.contract.id.BatchId;
import fundtrail.contract.id.CreditCode;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.FundSourceCode;
import fundtrail.contract.id.InstitutionId;
import fundtrail.contract.id.PayeeAccountId;
import fundtrail.contract.id.PaymentId;
import fundtrail.contract.id.PersonRef;
import fundtrail.contract.id.ProgrammeCode;
import fundtrail.contract.id.RuleSetId;
import fundtrail.contract.id.TrancheId;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** Made-up names and amounts that tests share, and short words for facts. */
public final class Sample {
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    /** A Monday. */
    public static final LocalDate DAY = LocalDate.of(2026, 1, 5);

    public static final int YEAR = 2026;
    public static final DivisionCode DIVISION = new DivisionCode("330521");
    public static final PersonRef TESTER = new PersonRef("p-tester");
    /** Who has signed what has happened already. */
    public static final PersonRef EARLIER = new PersonRef("p-earlier");
    public static final PersonRef OTHER = new PersonRef("p-other");
    public static final InstitutionId H1 = new InstitutionId("H1");
    public static final InstitutionId H2 = new InstitutionId("H2");
    public static final FundSourceCode CEN = new FundSourceCode("CEN");
    public static final FundSourceCode CTY = new FundSourceCode("CTY");
    public static final ProgrammeCode BPH = new ProgrammeCode("BPH");
    public static final BankAccountId CT = new BankAccountId("CT");
    public static final TrancheId TRANCHE = new TrancheId("CEN-2026-1");
    public static final AllotmentId CEN_H1 = new AllotmentId("CEN-H1");
    public static final Classification CLASSES = new Classification("2100408", "50502", null);
    public static final DocumentRef DOCUMENT =
            new DocumentRef("预算批复", "澄湖县财政局", "澄财预〔2026〕1号", LocalDate.of(2026, 1, 4), "0".repeat(64));

    private Sample() {}

    public static List<Fact> opening() {
        return List.of(
                new LedgerOpened("test", List.of(new LedgerOpened.Division(DIVISION, "澄湖县")), "test.example/log",
                        Purpose.REHEARSAL, ZONE),
                new PersonRegistered(TESTER, "0".repeat(64)),
                new PersonRegistered(OTHER, "1".repeat(64)),
                new RuleSetPublished(new RuleSetId("default-1"), LocalDate.of(2026, 1, 1),
                        List.of(new Programme(BPH, "基本公共卫生服务", "Basic public health services")),
                        List.of(), List.of(), 1, 7, 60));
    }

    public static Money yuan(String yuan) {
        return Money.yuan(yuan);
    }

    public static InstitutionRegistered institution(InstitutionId id) {
        String code = id.equals(H1) ? "12330521471100016Q" : "12330521471100024K";
        return new InstitutionRegistered(id, new CreditCode(code), "青溪镇卫生院" + id, InstitutionType.TOWNSHIP_HEALTH_CENTRE,
                Ownership.PUBLIC, DIVISION);
    }

    public static FundSourceRegistered source(FundSourceCode code) {
        return source(code, Level.COUNTY);
    }

    public static FundSourceRegistered source(FundSourceCode code, Level level) {
        return new FundSourceRegistered(code, code + "资金", "Source " + code, level, "111", null, false,
                RestitutionTarget.ALLOTMENT, RestitutionTarget.TREASURY, null);
    }

    public static TreasuryAccountRegistered treasuryAccount() {
        return new TreasuryAccountRegistered(CT, DIVISION, TreasuryAccountRegistered.Use.TREASURY, "澄湖县财政局",
                "9900000000000001", "虚构银行澄湖支行");
    }

    public static PayeeAccountId accountOf(InstitutionId institution) {
        return new PayeeAccountId(institution + "-main");
    }

    /** The payment that a row of the batch becomes. */
    public static PaymentId payment(BatchId batch, int row) {
        return new PaymentId(batch + "." + row);
    }

    public static PayeeAccountRegistered payeeAccount(InstitutionId institution) {
        return new PayeeAccountRegistered(accountOf(institution), institution, "青溪镇卫生院" + institution,
                "99000000000001" + institution, "虚构银行青溪支行");
    }

    public static BudgetApproved budget(FundSourceCode source, String yuan) {
        List<SourceAmount> sources = List.of(new SourceAmount(source, yuan(yuan)));
        return new BudgetApproved(DIVISION, YEAR, BPH, CompensationChannel.BASIC_SERVICE_PURCHASE, sources,
                PostingRules.budgetApproved(DIVISION, YEAR, sources));
    }

    public static BudgetAllotted allotted(AllotmentId id, InstitutionId institution, FundSourceCode source, String yuan) {
        Purse purse = Purse.of(DIVISION, YEAR, source).of(institution, BPH).under(id);
        return new BudgetAllotted(id, institution, DIVISION, source, BPH, YEAR, CLASSES, yuan(yuan),
                PostingRules.budgetAllotted(purse, yuan(yuan)));
    }

    /** Central money of {@link #TRANCHE}, notified by the province. */
    public static TransferNotified notified(DivisionCode division, FundSourceCode source, String yuan) {
        return new TransferNotified(TRANCHE, division, YEAR, Level.PROVINCIAL, source, null, null, yuan(yuan), false,
                AuthorityPostings.transferNotified(Purse.of(division, YEAR, source), yuan(yuan)));
    }

    /** Money of {@link #TRANCHE}; without a calendar for the year it is due thirty days later. */
    public static TransferReceived transferred(
            DivisionCode division, FundSourceCode source, BankAccountId account, LocalDate arrivedOn, String yuan, String bankRef) {
        return new TransferReceived(TRANCHE, division, account, arrivedOn, arrivedOn.plusDays(30), bankRef, yuan(yuan),
                AuthorityPostings.received(Purse.of(division, YEAR, source), TRANCHE, account, yuan(yuan)));
    }

    public static BudgetReallocated reallocated(BudgetAllotted from, BudgetAllotted to, String yuan) {
        return new BudgetReallocated(from.allotment(), to == null ? null : to.allotment(), yuan(yuan),
                AuthorityPostings.budgetReallocated(purse(from), to == null ? null : purse(to), yuan(yuan)));
    }

    public static Purse purse(BudgetAllotted fact) {
        return Purse.of(fact.division(), fact.budgetYear(), fact.fundSource()).of(fact.institution(), fact.programme())
                .under(fact.allotment());
    }

    public static FundReceived received(FundSourceCode source, String yuan, String bankRef) {
        return new FundReceived(DIVISION, YEAR, source, CT, bankRef, yuan(yuan),
                PostingRules.fundReceived(DIVISION, YEAR, source, CT, yuan(yuan)));
    }

    /** An institution that had nothing goes on in another. */
    public static InstitutionMerged merged(InstitutionId from, InstitutionId into) {
        return new InstitutionMerged(from, into, 0, 0, Digest.sha256(Json.canonical(List.of())));
    }
}
