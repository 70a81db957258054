package fundtrail.query.read;

import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.Role;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.InstitutionId;
import fundtrail.contract.id.PersonRef;
import fundtrail.query.access.AccessTable;
import fundtrail.query.access.HeldRole;
import fundtrail.query.access.Reach;
import fundtrail.query.access.Reader;
import fundtrail.query.access.Thing;
import fundtrail.query.http.Answer;
import fundtrail.query.http.Ask;
import fundtrail.query.http.Catalogue;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Who may see what, and who is looking. */
public final class AccessReads {
    /**
     * A row of the table of who may see what.
     *
     * @param title what it is, in the caller's language
     * @param what  what belongs to it
     * @param whose how far the roles see it
     */
    record Seen(Thing thing, String title, String what, Reach reach, String whose, List<Role> roles) {}

    /** The table. */
    record Table(List<Seen> items) {}

    /**
     * What one of the roles held opens.
     *
     * @param division    where the reach is a division
     * @param institution where the reach is an institution
     */
    record Opened(
            Thing thing, String title, Reach reach, String whose, @MayBeAbsent DivisionCode division, @MayBeAbsent InstitutionId institution) {
        static Opened of(AccessTable.Row row, HeldRole held, Locale language) {
            return new Opened(row.thing(), AccessReads.title(row, language), row.reach(), AccessReads.whose(row, language),
                    row.reach() == Reach.DIVISION ? held.division() : null,
                    row.reach() == Reach.INSTITUTION ? held.institution() : null);
        }
    }

    /**
     * Who asks.
     *
     * @param name  as registered; absent where the registry's row is gone
     * @param post  as registered; absent where the registry's row is gone
     * @param roles held now
     * @param opens what they let one see
     */
    record Me(PersonRef person, @MayBeAbsent String name, @MayBeAbsent String post, List<HeldRole> roles, List<Opened> opens) {}

    /** The whole table, or what one role may see. */
    public Answer table(Ask ask) {
        Stream<AccessTable.Row> rows = ask.given(Params.ROLE).map(AccessTable::of).orElse(AccessTable.ROWS).stream();
        return Answer.json(new Table(rows.map(row -> new Seen(
                row.thing(),
                title(row, ask.language()),
                Catalogue.word("thing." + row.thing() + ".what", ask.language()),
                row.reach(),
                whose(row, ask.language()),
                row.roles().stream().sorted().toList())).toList()));
    }

    public Answer me(Ask ask) {
        Reader reader = ask.reader();
        List<Opened> opens = AccessTable.ROWS.stream()
                .flatMap(row -> reader.reaching().stream()
                        .filter(held -> row.roles().contains(held.role()))
                        .filter(held -> row.reach() != Reach.INSTITUTION || held.institution() != null)
                        .map(held -> Opened.of(row, held, ask.language())))
                .distinct()
                .toList();
        return Answer.json(new Me(reader.person(), reader.name(), reader.post(), reader.roles(), opens));
    }

    private static String title(AccessTable.Row row, Locale language) {
        return Catalogue.word("thing." + row.thing(), language);
    }

    private static String whose(AccessTable.Row row, Locale language) {
        return Catalogue.word("reach." + row.reach(), language);
    }
}
