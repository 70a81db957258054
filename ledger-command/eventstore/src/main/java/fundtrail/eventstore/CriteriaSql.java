package fundtrail.eventstore;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.axonframework.messaging.core.QualifiedName;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.messaging.eventstreaming.EventCriterion;
import org.axonframework.messaging.eventstreaming.Tag;

/**
 * Criteria as SQL: the first positions of a range that match. Each criterion is a select of its own, so that each walks
 * the index of its tags and stops at the limit: one statement over a table of criteria is planned as a join of all facts.
 * Types are looked up fact by fact, each with a limit of its own, for the same reason.
 */
final class CriteriaSql {

    private static final QualifiedName NO_FACT = new QualifiedName("no fact has this name");

    private final long from;
    private final long until;
    private final int limit;
    private final List<Object> parameters = new ArrayList<>();
    private final String text;

    /** The first {@code limit} matching positions from {@code from} up to but not including {@code until}. */
    CriteriaSql(EventCriteria criteria, long from, long until, int limit) {
        this.from = from;
        this.until = until;
        this.limit = limit;
        List<String> selects = new ArrayList<>();
        if (criteria.matches(NO_FACT, Set.of())) selects.add(byPosition(Set.of())); // then every fact matches
        else for (EventCriterion one : criteria.flatten()) selects.add(one.tags().isEmpty() ? byPosition(one.types()) : byTags(one));
        if (selects.isEmpty()) selects.add("select position from ledger.fact where false");
        text = "select position from (" + String.join(" union ", selects) + ") as hits order by position limit " + limit;
    }

    String text() {
        return text;
    }

    void bind(PreparedStatement statement) throws SQLException {
        for (int i = 0; i < parameters.size(); i++) statement.setObject(i + 1, parameters.get(i));
    }

    private String byPosition(Set<QualifiedName> types) {
        return "(select position from ledger.fact a where " + inRange() + (types.isEmpty() ? "" : " and type = " + anyOf(types)) + inOrder();
    }

    private String byTags(EventCriterion criterion) {
        String tagged = criterion.tags().stream().map(this::positionsOf).collect(Collectors.joining(" natural join "));
        String typed = criterion.types().isEmpty() ? "" : " cross join lateral (select from ledger.fact f where f.position = a.position and type = "
                + anyOf(criterion.types()) + " limit 1) as typed";
        return "(select a.position from (select position from " + tagged + ") as a" + typed + " where " + inRange() + inOrder();
    }

    private String positionsOf(Tag tag) {
        return "(select position from ledger.fact_tag where key = " + parameter(tag.key()) + " and value = " + parameter(tag.value())
                + ") as t" + parameters.size();
    }

    private String inRange() {
        return "a.position >= " + parameter(from) + " and a.position < " + parameter(until);
    }

    private String inOrder() {
        return " order by a.position limit " + limit + ")";
    }

    private String anyOf(Set<QualifiedName> types) {
        return "any (" + parameter(types.stream().map(QualifiedName::name).toArray(String[]::new)) + "::text[])";
    }

    private String parameter(Object value) {
        parameters.add(value);
        return "?";
    }
}
