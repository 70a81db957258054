package fundtrail.query.read;

import fundtrail.contract.Account;
import fundtrail.contract.Book;
import fundtrail.contract.Role;
import fundtrail.contract.fact.DisbursementBatchApprovedRows.PaymentKind;
import fundtrail.contract.id.AllotmentId;
import fundtrail.contract.id.BankAccountId;
import fundtrail.contract.id.BatchId;
import fundtrail.contract.id.CaseId;
import fundtrail.contract.id.ClaimId;
import fundtrail.contract.id.ClawbackId;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.FundSourceCode;
import fundtrail.contract.id.HoldId;
import fundtrail.contract.id.InstitutionId;
import fundtrail.contract.id.ItemCode;
import fundtrail.contract.id.PaymentId;
import fundtrail.contract.id.PersonRef;
import fundtrail.contract.id.ProgrammeCode;
import fundtrail.contract.id.ProposalId;
import fundtrail.contract.id.ReportId;
import fundtrail.contract.id.TipOffId;
import fundtrail.contract.id.TrancheId;
import fundtrail.query.alert.RuleName;
import fundtrail.query.asof.Cursor;
import fundtrail.query.asof.KnownAt;
import fundtrail.query.entity.Case;
import fundtrail.query.entity.Payment;
import fundtrail.query.entity.Proposal;
import fundtrail.query.http.Ask;
import fundtrail.query.http.HttpProblem;
import fundtrail.query.http.Parameter;
import fundtrail.query.http.ProblemCode;
import fundtrail.query.journal.JournalFormat;
import fundtrail.query.read.ClaimReads.ClaimStatus;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/** Every query parameter there is. */
public final class Params {
    public static final Parameter<LocalDate> EFFECTIVE = Parameter.of("effective", LocalDate::parse, "date");
    public static final Parameter<KnownAt> KNOWN = Parameter.of("known", KnownAt::parse);
    public static final Parameter<Long> AFTER = Parameter.number("after", 0, Long.MAX_VALUE);
    public static final Parameter<Cursor> CURSOR = Parameter.of("cursor", Cursor::parse);
    public static final Parameter<Long> LIMIT = Parameter.number("limit", 1, 1000);

    public static final Parameter<DivisionCode> DIVISION = Parameter.of("division", DivisionCode::new);
    public static final Parameter<InstitutionId> INSTITUTION = Parameter.of("institution", InstitutionId::new);
    public static final Parameter<FundSourceCode> FUND_SOURCE = Parameter.of("fundSource", FundSourceCode::new);
    public static final Parameter<ProgrammeCode> PROGRAMME = Parameter.of("programme", ProgrammeCode::new);
    public static final Parameter<AllotmentId> ALLOTMENT = Parameter.of("allotment", AllotmentId::new);
    public static final Parameter<TrancheId> TRANCHE = Parameter.of("tranche", TrancheId::new);
    public static final Parameter<BatchId> BATCH = Parameter.of("batch", BatchId::new);
    public static final Parameter<PaymentId> PAYMENT = Parameter.of("payment", PaymentId::new);
    public static final Parameter<HoldId> HOLD = Parameter.of("hold", HoldId::new);
    public static final Parameter<ProposalId> PROPOSAL = Parameter.of("proposal", ProposalId::new);
    public static final Parameter<BankAccountId> BANK_ACCOUNT = Parameter.of("bankAccount", BankAccountId::new);
    public static final Parameter<String> BANK_REF = Parameter.of("bankRef", text -> text);
    public static final Parameter<Long> BUDGET_YEAR = Parameter.number("budgetYear", 1949, 9999);
    public static final Parameter<Long> YEAR = Parameter.number("year", 1949, 9999);
    public static final Parameter<Book> BOOK = Parameter.oneOf("book", Book.class);
    public static final Parameter<List<Account>> ACCOUNT = Parameter.someOf("account", Account.class);
    public static final Parameter<List<Dimension>> BY = Parameter.someOf("by", Dimension.class);

    public static final Parameter<LocalDate> FROM = Parameter.of("from", LocalDate::parse, "date");
    public static final Parameter<LocalDate> TO = Parameter.of("to", LocalDate::parse, "date");
    public static final Parameter<Long> FIRST_POSITION = Parameter.number("firstPosition", 0, Long.MAX_VALUE);
    public static final Parameter<Long> LAST_POSITION = Parameter.number("lastPosition", 0, Long.MAX_VALUE);
    public static final Parameter<Long> SIZE = Parameter.number("size", 1, Long.MAX_VALUE);
    /** The size of a checkpoint that somebody kept. */
    public static final Parameter<Long> SINCE = Parameter.number("since", 1, Long.MAX_VALUE);
    public static final Parameter<Order> ORDER = Parameter.oneOf("order", Order.class);

    public static final Parameter<String> TYPE = Parameter.of("type", Params::word);
    public static final Parameter<String> COMMAND = Parameter.of("command", Params::word);
    public static final Parameter<String> DOCUMENT = Parameter.of("document", text -> text);
    public static final Parameter<String> DOCUMENT_BODY = Parameter.of("body", text -> text);
    public static final Parameter<String> DOCUMENT_NUMBER = Parameter.of("number", text -> text);
    public static final Parameter<LocalDate> DOCUMENT_DATE = Parameter.of("date", LocalDate::parse, "date");
    public static final Parameter<String> ACTOR = Parameter.of("actor", text -> new PersonRef(text).value());
    public static final Parameter<PersonRef> PERSON = Parameter.of("person", PersonRef::new);
    public static final Parameter<PersonRef> SIGNER = Parameter.of("signer", PersonRef::new);
    public static final Parameter<Payment.State> PAYMENT_STATE =
            Parameter.oneOf("state", Payment.State.class).explainedAs("paymentState");
    public static final Parameter<PaymentKind> PAYMENT_KIND = Parameter.oneOf("kind", PaymentKind.class);
    public static final Parameter<Proposal.State> PROPOSAL_STATE =
            Parameter.oneOf("state", Proposal.State.class).explainedAs("proposalState");
    public static final Parameter<Role> ROLE = Parameter.oneOf("role", Role.class);
    public static final Parameter<JournalFormat> FORMAT = Parameter.of("format", JournalFormat::of);
    public static final Parameter<Dated> DATED = Parameter.oneOf("dated", Dated.class);
    public static final Parameter<TipOffId> TIP_OFF = Parameter.of("tipOff", TipOffId::new);
    public static final Parameter<CaseId> CASE = Parameter.of("case", CaseId::new);
    public static final Parameter<Positions> POSITIONS = Parameter.of("positions", Positions::parse);
    public static final Parameter<ClaimId> CLAIM = Parameter.of("claim", ClaimId::new);
    public static final Parameter<ClawbackId> CLAWBACK = Parameter.of("clawback", ClawbackId::new);
    public static final Parameter<ReportId> REPORT = Parameter.of("report", ReportId::new);
    public static final Parameter<ItemCode> ITEM = Parameter.of("item", ItemCode::new);
    public static final Parameter<PersonRef> PRACTITIONER = Parameter.of("practitioner", PersonRef::new);
    public static final Parameter<YearMonth> MONTH = Parameter.of("month", YearMonth::parse);
    public static final Parameter<ClaimStatus> CLAIM_STATUS = Parameter.oneOf("status", ClaimStatus.class);
    public static final Parameter<Case.State> CASE_STATE = Parameter.oneOf("state", Case.State.class).explainedAs("caseState");
    public static final Parameter<RuleName> RULE = Parameter.oneOf("rule", RuleName.class);
    public static final Parameter<Long> RULE_VERSION = Parameter.number("version", 1, Integer.MAX_VALUE);
    public static final Parameter<Long> FIRST_VERSION = Parameter.number("first", 1, Integer.MAX_VALUE);
    public static final Parameter<Long> SECOND_VERSION = Parameter.number("second", 1, Integer.MAX_VALUE);
    public static final Parameter<Boolean> OPEN = Parameter.yesOrNo("open");
    public static final Parameter<Boolean> TAKEN_UP = Parameter.yesOrNo("takenUp");
    public static final Parameter<Boolean> ACTIVE = Parameter.yesOrNo("active");

    /** Which end of the trail comes first. */
    public enum Order {
        OLDEST_FIRST,
        NEWEST_FIRST
    }

    /** By which clock days are told. */
    public enum Dated {
        EFFECTIVE,
        RECORDED
    }

    private Params() {}

    /** The two clocks, and what must be taken into account. */
    public static List<Parameter<?>> moment(Parameter<?>... more) {
        var all = new ArrayList<Parameter<?>>(List.of(EFFECTIVE, KNOWN, AFTER));
        all.addAll(List.of(more));
        return all;
    }

    /** The same for a list in pages. */
    public static List<Parameter<?>> paged(Parameter<?>... more) {
        var all = moment(more);
        all.addAll(List.of(CURSOR, LIMIT));
        return all;
    }

    /** What waits now, in pages: its only moment is this one, and the cursor keeps it. */
    public static List<Parameter<?>> now() {
        return List.of(AFTER, CURSOR, LIMIT);
    }

    /** @throws HttpProblem 400 when both are given and the first lies after the second */
    static <T extends Comparable<? super T>> void inOrder(Ask ask, Parameter<T> first, Parameter<T> second) {
        var from = ask.given(first);
        var to = ask.given(second);
        if (from.isPresent() && to.isPresent() && from.get().compareTo(to.get()) > 0) {
            throw HttpProblem.of(ProblemCode.PARAMETER_CONFLICT, first.name(), from.get(), second.name(), to.get());
        }
    }

    private static String word(String text) {
        if (!text.matches("[A-Za-z]{1,64}")) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }
}
