package fundtrail.query.read;

import fundtrail.contract.Text;
import fundtrail.query.asof.AsOf;
import fundtrail.query.http.Answer;
import fundtrail.query.http.Answer.Download;
import fundtrail.query.http.Ask;
import fundtrail.query.http.HttpProblem;
import fundtrail.query.http.ProblemCode;
import fundtrail.query.read.StoredDocuments.Stored;
import fundtrail.query.store.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Documents, seen by whoever may see a fact that rests on them; one no fact names yet is seen by nobody. */
public final class DocumentReads {
    /** How many of a document's facts stand beside it; the rest are found by {@code /api/facts?document=}. */
    private static final int FACTS_SHOWN = 100;

    private final Questions questions;
    private final DataSource source;
    private final StoredDocuments stored;

    /** A fact that rests on a document, or the proposal of one. */
    record RestingFact(long position, String type, LocalDate effectiveDate) {}

    /**
     * A document as facts name it.
     *
     * @param body      who issued it
     * @param number    its number (文号)
     * @param factCount how many facts rest on it, of those the reader may see
     * @param facts     the first hundred of them
     */
    record DocumentView(
            String sha256, String type, String body, String number, LocalDate date, long factCount, List<RestingFact> facts) {}

    public DocumentReads(Questions questions, DataSource source, StoredDocuments stored) {
        this.questions = questions;
        this.source = source;
        this.stored = stored;
    }

    public Answer list(Ask ask) throws InterruptedException {
        AsOf asOf = questions.asOf(ask);
        Sql sql = Sql.of("""
                        select document_type, body, number, issued_on, sha256, count(*) as fact_count,
                               (array_agg(position order by position))[1:?] as positions,
                               (array_agg(type order by position))[1:?] as types,
                               (array_agg(effective_date order by position))[1:?] as days
                        from fact_document join fact using (position) where""", FACTS_SHOWN, FACTS_SHOWN, FACTS_SHOWN)
                .and(Visible.facts(asOf, ask.reader().scope()))
                .andIf(ask.given(Params.DOCUMENT_BODY), "and body = ?")
                .andIf(ask.given(Params.DOCUMENT_NUMBER), "and number = ?")
                .andIf(ask.given(Params.DOCUMENT_DATE), "and issued_on = ?");
        questions.after(ask, Key::of).ifPresent(last -> sql.and(
                "and (body, number, issued_on, document_type, sha256) > (?, ?, ?, ?, ?)",
                last.body(), last.number(), last.date(), last.type(), last.sha256()));
        List<DocumentView> found = sql.and("""
                        group by body, number, issued_on, document_type, sha256
                        order by body, number, issued_on, document_type, sha256 limit ?""", questions.limit(ask) + 1)
                .list(source, DocumentReads::view);
        return Answer.json(new Page<>(asOf, questions.page(ask, found), questions.next(ask, asOf, found, Key::of)));
    }

    /** The document's bytes, as uploaded. */
    public Answer one(Ask ask) throws InterruptedException {
        AsOf asOf = questions.asOf(ask);
        String sha256 = ask.path("sha256", text -> Text.sha256("document", text));
        boolean named = Sql.of("select from fact_document join fact using (position) where sha256 = ? and", sha256)
                .and(Visible.facts(asOf, ask.reader().scope()))
                .and("limit 1")
                .one(source, _ -> true)
                .isPresent();
        if (!named) {
            throw HttpProblem.of(ProblemCode.UNKNOWN, sha256);
        }
        Stored document = stored.find(sha256).orElseThrow(() -> HttpProblem.of(ProblemCode.DOCUMENT_MISSING, sha256));
        return Answer.download(document.mediaType(), new Download(
                sha256 + extension(document.mediaType()), sha256, document.length(), out -> stored.copy(document, out)));
    }

    /** So that the reader's computer knows the kinds of document the writing side takes. */
    private static String extension(String mediaType) {
        return switch (mediaType) {
            case "application/pdf" -> ".pdf";
            case "application/ofd" -> ".ofd";
            case "image/jpeg" -> ".jpg";
            case "image/png" -> ".png";
            case "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" -> ".xlsx";
            default -> "";
        };
    }

    private record Key(String body, String number, LocalDate date, String type, String sha256) {
        static Key of(List<String> key) {
            return new Key(key.get(0), key.get(1), LocalDate.parse(key.get(2)), key.get(3), key.get(4));
        }

        static List<String> of(DocumentView last) {
            return List.of(last.body(), last.number(), last.date().toString(), last.type(), last.sha256());
        }
    }

    private static DocumentView view(ResultSet row) throws SQLException {
        return new DocumentView(row.getString("sha256"), row.getString("document_type"), row.getString("body"), row.getString("number"),
                row.getObject("issued_on", LocalDate.class), row.getLong("fact_count"), facts(row));
    }

    private static List<RestingFact> facts(ResultSet row) throws SQLException {
        Long[] positions = (Long[]) row.getArray("positions").getArray();
        String[] types = (String[]) row.getArray("types").getArray();
        var days = (java.sql.Date[]) row.getArray("days").getArray();
        List<RestingFact> facts = new ArrayList<>();
        for (int i = 0; i < positions.length; i++) {
            facts.add(new RestingFact(positions[i], types[i], days[i].toLocalDate()));
        }
        return facts;
    }
}
