package fundtrail.query.read;

import fundtrail.query.asof.AsOf;
import fundtrail.query.http.Ask;
import fundtrail.query.store.Sql;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A statement's lines, each with what there was after it: the balance is taken over all that count, before they are cut to a period and a page. */
final class RunningBalance {
    private RunningBalance() {}

    /** @param from absent: from the beginning */
    record Period(LocalDate from, LocalDate to) {
        static Period of(Ask ask, AsOf asOf) {
            Params.inOrder(ask, Params.FROM, Params.TO);
            return new Period(ask.given(Params.FROM).orElse(null),
                    ask.given(Params.TO).filter(day -> day.isBefore(asOf.effective())).orElse(asOf.effective()));
        }
    }

    /** Where a line stands in a statement. */
    record Place(LocalDate effectiveDate, long position, int lineNo) {
        private static Place of(List<String> key) {
            return new Place(LocalDate.parse(key.get(0)), Long.parseLong(key.get(1)), Integer.parseInt(key.get(2)));
        }

        List<String> key() {
            return List.of(effectiveDate.toString(), Long.toString(position), Integer.toString(lineNo));
        }
    }

    /**
     * One page and a line more, in the order of the statement, each line with its fact's bytes.
     *
     * @param added what a line adds to the balance
     * @param by    of what there is a balance each
     * @param lines the condition that holds of every line that counts
     */
    static Sql lines(Questions questions, Ask ask, String added, String by, Sql lines, LocalDate from) {
        Sql sql = Sql.of("select line.*, entry from (select line.*, sum(" + added + ") over (partition by " + by
                        + " order by effective_date, position, line_no rows unbounded preceding) as balance from line where")
                .and(lines)
                .and(") line join fact using (position) where true")
                .andIf(Optional.ofNullable(from), "and line.effective_date >= ?");
        questions.after(ask, Place::of).ifPresent(last -> sql.and("and (line.effective_date, position, line_no) > (?, ?, ?)",
                last.effectiveDate(), last.position(), last.lineNo()));
        return sql.and("order by line.effective_date, position, line_no limit ?", questions.limit(ask) + 1);
    }
}
