package fundtrail.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fundtrail.command.authority.DefaultMatrix;
import fundtrail.command.decide.Slice;
import fundtrail.contract.Book;
import fundtrail.contract.EntryCodec;
import fundtrail.contract.Fact;
import fundtrail.contract.FactTable;
import fundtrail.contract.FactTable.Column;
import fundtrail.contract.FactTypes;
import fundtrail.contract.Golden;
import fundtrail.contract.Line;
import fundtrail.contract.Side;
import fundtrail.contract.Tag;
import fundtrail.contract.fact.AuthorityMatrixSet.Row;
import fundtrail.contract.fact.AuthorityMatrixSet.Signer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * {@code contract/FACTS.md} says of each fact which commands lead to it and whose hands they need, what its golden entry
 * posts and what it is tagged with. {@code mvn -pl ledger-command -am -Dtest=FactTableTest -Dfacts.write=true test} writes
 * all but the commands anew.
 */
class FactTableTest {
    private final EntryCodec codec = new EntryCodec();

    private static FactTable table() throws IOException {
        return FactTable.at(Path.of(System.getProperty("basedir", ""), "contract", "FACTS.md"));
    }

    @Test
    void every_fact_has_a_row_in_the_order_of_the_code() throws IOException {
        assertEquals(FactTypes.all().stream().map(FactTypes.FactType::name).toList(), table().facts());
    }

    @Test
    void each_posts_as_its_golden_entry_does() throws IOException {
        holds(Column.POSTS, fact -> posts(fact));
    }

    @Test
    void each_is_tagged_as_its_golden_entry_is() throws IOException {
        holds(Column.TAGS, fact -> fact.tags().stream().map(Tag::key).distinct().sorted().collect(Collectors.joining(", ")));
    }

    private void holds(Column column, Function<Fact, String> said) throws IOException {
        Map<String, String> expected = new LinkedHashMap<>();
        FactTypes.all().forEach(type -> expected.put(type.name(), said.apply(codec.decode(Golden.entry(type)).fact())));
        table().rewrite(column, expected);
        FactTable table = table();
        expected.forEach((fact, cell) -> assertEquals(cell, table.says(fact, column), fact));
    }

    private static String posts(Fact fact) {
        if (fact.lines().list().isEmpty()) {
            return "–";
        }
        return Arrays.stream(Book.values())
                .map(book -> fact.lines().list().stream().filter(line -> line.book() == book).toList())
                .filter(lines -> !lines.isEmpty())
                .map(lines -> Stream.of("Dr " + accounts(lines, Side.D), "Cr " + accounts(lines, Side.C))
                        .filter(side -> side.length() > "Dr ".length())
                        .collect(Collectors.joining(" / ")))
                .collect(Collectors.joining("; "));
    }

    private static String accounts(List<Line> lines, Side side) {
        return lines.stream()
                .filter(line -> line.side() == side)
                .map(line -> line.account() + (line.amount().isNegative() ? " in red" : ""))
                .distinct()
                .collect(Collectors.joining(", "));
    }

    @Test
    void every_command_stands_with_a_fact_it_leads_to_and_with_the_hands_of_the_default_matrix() throws IOException {
        FactTable table = table();
        Map<String, Row> matrix = DefaultMatrix.matrix().rows().stream().collect(Collectors.toMap(Row::command, Function.identity()));
        Set<String> named = new TreeSet<>();
        for (String fact : table.facts()) {
            for (String cell : table.says(fact, Column.COMMANDS).split("; ")) {
                if (cell.contains("[")) {
                    String command = cell.substring(0, cell.indexOf(' '));
                    named.add(command);
                    assertTrue(matrix.containsKey(command), () -> fact + " names " + command + ", which is no command");
                    assertEquals(command + " [" + hands(matrix.get(command)) + "]", cell, fact);
                }
            }
        }
        assertEquals(new Slices().all().stream().map(Slice::name).collect(Collectors.toCollection(TreeSet::new)), named);
    }

    private static String hands(Row row) {
        return row.hands().stream()
                .map(hand -> hand.stream().map(Signer::role).map(Enum::name).distinct().collect(Collectors.joining("/")))
                .collect(Collectors.joining(" + "));
    }
}
