package fundtrail.query.read;

import fundtrail.contract.fact.AuditExtractIssued.Kind;
import fundtrail.contract.id.CaseId;
import fundtrail.contract.id.DivisionCode;
import fundtrail.query.asof.AsOf;
import fundtrail.query.asof.Clocks;
import fundtrail.query.entity.Ledger;
import fundtrail.query.extract.Extracts;
import fundtrail.query.extract.Extracts.What;
import fundtrail.query.fold.LedgerFold;
import fundtrail.query.http.Answer;
import fundtrail.query.http.Ask;
import fundtrail.query.http.HttpProblem;
import fundtrail.query.http.Parameter;
import fundtrail.query.http.ProblemCode;
import fundtrail.query.journal.JournalFormat;
import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/** Any cut of the ledger as a plain-text journal, put on record before it is handed out. */
public final class JournalReads {
    private final Questions questions;
    private final Clocks clocks;
    private final Entities entities;
    private final DataSource source;
    private final LedgerFold fold;
    private final Extracts extracts;

    public JournalReads(
            Questions questions, Clocks clocks, Entities entities, DataSource source, LedgerFold fold, Extracts extracts) {
        this.questions = questions;
        this.clocks = clocks;
        this.entities = entities;
        this.source = source;
        this.fold = fold;
        this.extracts = extracts;
    }

    /** By what a journal can be cut. */
    public static Parameter<?>[] parameters() {
        return new Parameter<?>[] {
            Params.FORMAT, Params.DATED, Params.DIVISION, Params.BOOK, Params.BUDGET_YEAR, Params.FUND_SOURCE, Params.INSTITUTION,
            Params.CASE, Params.POSITIONS, Params.FROM, Params.TO
        };
    }

    public Answer journal(Ask ask) throws IOException, InterruptedException {
        AsOf asOf = questions.asOf(ask);
        Ledger ledger = clocks.ledger();
        JournalFormat format = ask.given(Params.FORMAT).orElse(JournalFormat.HLEDGER);
        Cut cut = Cut.of(ask, asOf, ledger.timeZone(), caseDivision(ask, asOf, entities));
        some(ask, cut.divisions());
        var what = new What(Kind.JOURNAL, cut.divisions(), cut.institution().orElse(null), cut.caseId().orElse(null),
                address(ask, asOf), asOf);
        var journal = new Journal(cut, ask.reader().scope(), entities, source, fold, ledger, what.query());
        return extracts.handOut(ask, what, "text/plain; charset=utf-8",
                "journal-%s-%d.%s".formatted(ledger.ledgerId().replaceAll("[^A-Za-z0-9.-]", "-"), asOf.knownPosition(), format.extension()),
                out -> journal.write(format, out));
    }

    /** With both clocks as they were resolved, and without how it was asked for. */
    static String address(Ask ask, AsOf asOf) {
        Map<Parameter<?>, String> fixed = new HashMap<>();
        fixed.put(Params.EFFECTIVE, asOf.effective().toString());
        fixed.put(Params.KNOWN, Long.toString(asOf.knownPosition()));
        fixed.put(Params.AFTER, null);
        ask.given(Params.POSITIONS).ifPresent(positions -> fixed.put(Params.POSITIONS, positions.toString()));
        return ask.address(fixed);
    }

    /**
     * The divisions in whose books a file is put on record.
     *
     * @throws HttpProblem 404 where there is none: the division asked for is not the reader's, or the case is not its
     */
    static <T extends Collection<DivisionCode>> T some(Ask ask, T divisions) {
        if (divisions.isEmpty()) {
            throw HttpProblem.of(ProblemCode.UNKNOWN, ask.given(Params.DIVISION).map(DivisionCode::value)
                    .or(() -> ask.given(Params.CASE).map(CaseId::value)).orElse("division"));
        }
        return divisions;
    }

    /** Whose the case asked for is; a case that is not for these eyes, or known later, is unknown. */
    static Optional<DivisionCode> caseDivision(Ask ask, AsOf asOf, Entities entities) {
        return ask.given(Params.CASE).map(one -> entities.one(fundtrail.query.entity.Kind.CASE, one.value(), asOf, ask.reader().scope())
                .map(known -> known.body().division())
                .orElseThrow(() -> HttpProblem.of(ProblemCode.UNKNOWN, one)));
    }
}
