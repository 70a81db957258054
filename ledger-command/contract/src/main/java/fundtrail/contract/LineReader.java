package fundtrail.contract;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import fundtrail.contract.id.AllotmentId;
import fundtrail.contract.id.BankAccountId;
import fundtrail.contract.id.ClawbackId;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.FundSourceCode;
import fundtrail.contract.id.InstitutionId;
import fundtrail.contract.id.ProgrammeCode;
import fundtrail.contract.id.TrancheId;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads a line by its fields' names: lines are most of an entry's bytes, and reading them by reflection takes longer than
 * the rest of it. As strict as every other record's reading; what is not plainly right is given back to Jackson to refuse.
 */
final class LineReader extends StdDeserializer<Line> {
    private static final long serialVersionUID = 1L;

    private static final Map<String, Book> BOOKS = byName(Book.values());
    private static final Map<String, Account> ACCOUNTS = byName(Account.values());
    private static final Map<String, Side> SIDES = byName(Side.values());

    LineReader() {
        super(Line.class);
    }

    @Override
    public Line deserialize(JsonParser json, DeserializationContext context) throws IOException {
        if (!json.hasToken(JsonToken.START_OBJECT)) {
            return (Line) context.handleUnexpectedToken(Line.class, json);
        }
        Book book = null;
        Account account = null;
        DivisionCode division = null;
        int budgetYear = 0;
        FundSourceCode fundSource = null;
        InstitutionId institution = null;
        ProgrammeCode programme = null;
        AllotmentId allotment = null;
        ClawbackId clawback = null;
        TrancheId tranche = null;
        BankAccountId bankAccount = null;
        Side side = null;
        Money amount = null;
        String field = null;
        try {
            for (field = json.nextFieldName(); field != null; field = json.nextFieldName()) {
                JsonToken token = json.nextToken();
                switch (field) {
                    case "book" -> book = named(BOOKS, Book.class, json, context);
                    case "account" -> account = named(ACCOUNTS, Account.class, json, context);
                    case "division" -> division = value(DivisionCode.class, DivisionCode::new, json, context);
                    case "budgetYear" -> budgetYear = token == JsonToken.VALUE_NUMBER_INT ? json.getIntValue() : _parseIntPrimitive(json, context);
                    case "fundSource" -> fundSource = value(FundSourceCode.class, FundSourceCode::new, json, context);
                    case "institution" -> institution = value(InstitutionId.class, InstitutionId::new, json, context);
                    case "programme" -> programme = value(ProgrammeCode.class, ProgrammeCode::new, json, context);
                    case "allotment" -> allotment = value(AllotmentId.class, AllotmentId::new, json, context);
                    case "clawback" -> clawback = value(ClawbackId.class, ClawbackId::new, json, context);
                    case "tranche" -> tranche = value(TrancheId.class, TrancheId::new, json, context);
                    case "bankAccount" -> bankAccount = value(BankAccountId.class, BankAccountId::new, json, context);
                    case "side" -> side = named(SIDES, Side.class, json, context);
                    case "amount" -> amount = value(Money.class, Money::yuan, json, context);
                    default -> handleUnknownProperty(json, context, Line.class, field);
                }
            }
        } catch (IOException | IllegalArgumentException | ArithmeticException e) {
            throw JsonMappingException.wrapWithPath(e, Line.class, field);
        }
        try {
            return new Line(book, account, division, budgetYear, fundSource, institution, programme, allotment, clawback, tranche,
                    bankAccount, side, amount);
        } catch (IllegalArgumentException e) {
            return (Line) context.handleInstantiationProblem(Line.class, null, e);
        }
    }

    @Override
    public Collection<Object> getKnownPropertyNames() {
        return Stream.of(Line.class.getRecordComponents()).<Object>map(RecordComponent::getName).toList();
    }

    private static <T> T value(Class<T> type, Function<String, T> of, JsonParser json, DeserializationContext context) throws IOException {
        return switch (json.currentToken()) {
            case VALUE_STRING -> of.apply(json.getText());
            case VALUE_NULL -> null;
            case null, default -> type.cast(context.handleUnexpectedToken(type, json));
        };
    }

    private static <E extends Enum<E>> E named(Map<String, E> names, Class<E> type, JsonParser json, DeserializationContext context)
            throws IOException {
        E named = json.hasToken(JsonToken.VALUE_STRING) ? names.get(json.getText()) : null;
        return named != null || json.hasToken(JsonToken.VALUE_NULL) ? named : context.readValue(json, type);
    }

    private static <E extends Enum<E>> Map<String, E> byName(E[] values) {
        return Stream.of(values).collect(Collectors.toUnmodifiableMap(Enum::name, Function.identity()));
    }
}
