package fundtrail.query.read;

import fundtrail.contract.Book;
import fundtrail.contract.Line;
import fundtrail.contract.Tags;
import fundtrail.contract.id.CaseId;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.InstitutionId;
import fundtrail.query.access.Reach;
import fundtrail.query.access.Scope;
import fundtrail.query.access.Thing;
import fundtrail.query.asof.AsOf;
import fundtrail.query.fold.FactTags;
import fundtrail.query.http.Ask;
import fundtrail.query.store.Sql;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * A cut of the ledger whose lines balance by themselves: of some divisions, sources, years and books every line; of an
 * institution, a case or a list of positions whole facts, cut to those divisions, sources, years and books.
 *
 * @param recorded whether days are those on which facts were recorded, and not those on which they count
 * @param from     the first day; null from the beginning
 * @param to       the last day; null up to what the clocks say
 */
record Cut(
        AsOf asOf,
        ZoneId zone,
        List<DivisionCode> divisions,
        Optional<Book> book,
        Optional<Long> budgetYear,
        Optional<String> fundSource,
        Optional<InstitutionId> institution,
        Optional<CaseId> caseId,
        Optional<Positions> positions,
        boolean recorded,
        LocalDate from,
        LocalDate to) {

    /**
     * Of the books of the reader's divisions, as asked for.
     *
     * @param caseDivision the one whose case is asked for
     */
    static Cut of(Ask ask, AsOf asOf, ZoneId zone, Optional<DivisionCode> caseDivision) {
        Scope scope = ask.reader().scope();
        var division = ask.given(Params.DIVISION);
        List<DivisionCode> divisions = scope.whose(Thing.MONEY, Reach.DIVISION).stream()
                .map(DivisionCode::new)
                .filter(one -> division.map(one::equals).orElse(true) && caseDivision.map(one::equals).orElse(true))
                .sorted((one, other) -> one.value().compareTo(other.value()))
                .toList();
        Params.inOrder(ask, Params.FROM, Params.TO);
        return new Cut(asOf, zone, divisions, ask.given(Params.BOOK), ask.given(Params.BUDGET_YEAR),
                BalanceReads.text(ask, Params.FUND_SOURCE), ask.given(Params.INSTITUTION), ask.given(Params.CASE),
                ask.given(Params.POSITIONS),
                ask.given(Params.DATED).orElse(Params.Dated.EFFECTIVE) == Params.Dated.RECORDED,
                ask.given(Params.FROM).orElse(null), ask.given(Params.TO).orElse(null));
    }

    /** The day under which a fact stands. */
    LocalDate day(Instant recordedAt, LocalDate effective) {
        return recorded ? recordedAt.atZone(zone).toLocalDate() : effective;
    }

    boolean holds(Line line) {
        return divisions.contains(line.division())
                && book.map(line.book()::equals).orElse(true)
                && budgetYear.map(year -> year == line.budgetYear()).orElse(true)
                && fundSource.map(line.fundSource().value()::equals).orElse(true);
    }

    /** Of {@code line} joined with {@code fact}: what counts and is known, is in the cut, and lies on its days. */
    Sql lines() {
        return known().and(inCut()).and(days("line"));
    }

    /** The same of the days before the first, of which there are none where there is no first day. */
    Sql linesBefore() {
        Sql before = known().and(inCut());
        return from == null ? before.and("and false")
                : recorded ? before.and("and fact.recorded_at < ?", start(from))
                : before.and("and line.effective_date < ?", from);
    }

    /** Of {@code fact}: those with a line in the cut. */
    Sql facts() {
        return Sql.of("fact.position <= ? and fact.effective_date <= ?", asOf.knownPosition(), asOf.effective())
                .and("and exists (select from line where line.position = fact.position")
                .and(inCut())
                .and(")")
                .and(days("fact"));
    }

    private Sql known() {
        return Sql.of("line.position <= ? and line.effective_date <= ?", asOf.knownPosition(), asOf.effective());
    }

    private Sql inCut() {
        Sql sql = Sql.of("and line.division = any(?)", divisions)
                .andIf(book.map(Book::name), "and line.book = ?")
                .andIf(budgetYear, "and line.budget_year = ?")
                .andIf(fundSource, "and line.fund_source = ?")
                .andIf(institution.map(InstitutionId::value),
                        "and line.position in (select concerning.position from line concerning where concerning.institution = ?)")
                .andIf(positions.map(Positions::set), "and line.position = any(?::bigint[])");
        caseId.ifPresent(one -> sql.and("and line.position in (").and(ofCase(one)).and(")"));
        return sql;
    }

    /** Facts about the case, and about what was clawed back in it. */
    static Sql ofCase(CaseId one) {
        String tag = FactTags.tag(Tags.CASE, one);
        return Sql.of("""
                select position from fact_tag where tag = ? or tag in (
                    select clawback.tag from fact_tag about join fact_tag clawback using (position)
                    where about.tag = ? and clawback.tag like 'clawback:%')""", tag, tag);
    }

    private Sql days(String of) {
        Sql sql = Sql.of("");
        if (from != null) {
            sql = recorded ? sql.and("and fact.recorded_at >= ?", start(from)) : sql.and("and " + of + ".effective_date >= ?", from);
        }
        if (to != null) {
            sql = recorded ? sql.and("and fact.recorded_at < ?", start(to.plusDays(1))) : sql.and("and " + of + ".effective_date <= ?", to);
        }
        return sql;
    }

    private Instant start(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }
}
