package fundtrail.contract;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import fundtrail.contract.id.AgreementId;
import fundtrail.contract.id.AllotmentId;
import fundtrail.contract.id.BankAccountId;
import fundtrail.contract.id.BatchId;
import fundtrail.contract.id.CaseId;
import fundtrail.contract.id.ChargeId;
import fundtrail.contract.id.ClaimId;
import fundtrail.contract.id.ClawbackId;
import fundtrail.contract.id.CommunityId;
import fundtrail.contract.id.CreditCode;
import fundtrail.contract.id.DelegationId;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.DrawId;
import fundtrail.contract.id.FindingId;
import fundtrail.contract.id.FundSourceCode;
import fundtrail.contract.id.HoldId;
import fundtrail.contract.id.InstitutionId;
import fundtrail.contract.id.ItemCode;
import fundtrail.contract.id.PayeeAccountId;
import fundtrail.contract.id.PaymentId;
import fundtrail.contract.id.Period;
import fundtrail.contract.id.PersonRef;
import fundtrail.contract.id.ProgrammeCode;
import fundtrail.contract.id.ProposalId;
import fundtrail.contract.id.ReportId;
import fundtrail.contract.id.RuleSetId;
import fundtrail.contract.id.ScheduleId;
import fundtrail.contract.id.StatementId;
import fundtrail.contract.id.TaskCode;
import fundtrail.contract.id.TipOffId;
import fundtrail.contract.id.TrancheId;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.function.Function;

/**
 * Reads a value that travels as one JSON text. Jackson would do the same by reflection, some thirty times for each fact
 * that is read; as it does, a text the value refuses is refused with the value's own words, and anything but a text too.
 */
final class TextValue<T> extends StdScalarDeserializer<T> {
    private static final long serialVersionUID = 1L;

    private final transient Function<String, T> of;

    private TextValue(Class<T> type, Function<String, T> of) {
        super(type);
        this.of = of;
    }

    /** Makes the module read amounts, numbers and identifiers so. */
    static SimpleModule addTo(SimpleModule module) {
        add(module, Money.class, Money::yuan);
        add(module, Fraction.class, Fraction::parse);
        add(module, AgreementId.class, AgreementId::new);
        add(module, AllotmentId.class, AllotmentId::new);
        add(module, BankAccountId.class, BankAccountId::new);
        add(module, BatchId.class, BatchId::new);
        add(module, ClawbackId.class, ClawbackId::new);
        add(module, CommunityId.class, CommunityId::new);
        add(module, CaseId.class, CaseId::new);
        add(module, ChargeId.class, ChargeId::new);
        add(module, ClaimId.class, ClaimId::new);
        add(module, CreditCode.class, CreditCode::new);
        add(module, DelegationId.class, DelegationId::new);
        add(module, DivisionCode.class, DivisionCode::new);
        add(module, DrawId.class, DrawId::new);
        add(module, FindingId.class, FindingId::new);
        add(module, FundSourceCode.class, FundSourceCode::new);
        add(module, HoldId.class, HoldId::new);
        add(module, InstitutionId.class, InstitutionId::new);
        add(module, ItemCode.class, ItemCode::new);
        add(module, PayeeAccountId.class, PayeeAccountId::new);
        add(module, PaymentId.class, PaymentId::new);
        add(module, Period.class, Period::new);
        add(module, PersonRef.class, PersonRef::new);
        add(module, ProgrammeCode.class, ProgrammeCode::new);
        add(module, ProposalId.class, ProposalId::new);
        add(module, ReportId.class, ReportId::new);
        add(module, RuleSetId.class, RuleSetId::new);
        add(module, TaskCode.class, TaskCode::new);
        add(module, StatementId.class, StatementId::new);
        add(module, ScheduleId.class, ScheduleId::new);
        add(module, TipOffId.class, TipOffId::new);
        add(module, TrancheId.class, TrancheId::new);
        add(module, YearMonth.class, TextValue::month);
        return module;
    }

    private static <T> void add(SimpleModule module, Class<T> type, Function<String, T> of) {
        module.addDeserializer(type, new TextValue<>(type, of));
    }

    private static YearMonth month(String text) {
        try {
            if (text.length() == "2026-01".length()) {
                return YearMonth.parse(text);
            }
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("\"" + text + "\" is no month: YYYY-MM, such as 2026-01", e);
        }
        throw new IllegalArgumentException("\"" + text + "\" is no month: YYYY-MM, such as 2026-01");
    }

    @Override
    public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            return type().cast(context.handleUnexpectedToken(type(), parser));
        }
        return of(parser.getText(), context);
    }

    private T of(String text, DeserializationContext context) throws IOException {
        try {
            return of.apply(text);
        } catch (IllegalArgumentException | ArithmeticException e) {
            return type().cast(context.handleInstantiationProblem(type(), text, e));
        }
    }

    @SuppressWarnings("unchecked") // given as such
    private Class<T> type() {
        return (Class<T>) handledType();
    }
}
