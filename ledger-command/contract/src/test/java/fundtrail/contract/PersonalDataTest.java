package fundtrail.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import fundtrail.contract.FactTypes.FactType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No personal data stands in a leaf: who a person is lies in the people registry, outside the log. */
class PersonalDataTest {
    private static final Path PROJECT = Path.of(System.getProperty("basedir", "."), "..", "..");

    /** Names and holders of what is no person: divisions, institutions, programmes, sources, their bank accounts. */
    private static final Set<String> NO_PERSONS = Set.of(
            "FundSourceRegistered.nameEn",
            "FundSourceRegistered.nameZh",
            "InstitutionChanged.name",
            "InstitutionRegistered.name",
            "LedgerOpened.divisions.name",
            "MedicalCommunityFormed.name",
            "PayeeAccountRegistered.accountName",
            "RateSet.nameEn",
            "RateSet.nameZh",
            "RuleSetPublished.payments.subsidyCategories.nameEn",
            "RuleSetPublished.payments.subsidyCategories.nameZh",
            "RuleSetPublished.programmes.nameEn",
            "RuleSetPublished.programmes.nameZh",
            "TreasuryAccountRegistered.accountName",
            "WorkEquivalentSchedulePublished.items.nameEn",
            "WorkEquivalentSchedulePublished.items.nameZh");

    static Collection<FactType> facts() {
        return FactTypes.all();
    }

    @ParameterizedTest
    @MethodSource("facts")
    void a_golden_entry_holds_nothing_of_a_person(FactType type) throws IOException {
        JsonNode entry = Json.MAPPER.readTree(Golden.entry(type));
        assertEquals(List.of(), PersonalData.in(entry, madeUpPeople()), type.name());
        Set<String> fields = PersonalData.fields(type.name(), entry.get("body"));
        fields.removeAll(NO_PERSONS);
        assertEquals(Set.of(), fields, type.name());
    }

    /** A fact's new field that sounds like a person's fails here; if it is none, it is listed above, with a reason. */
    @Test
    void no_field_of_any_fact_sounds_like_a_persons() {
        Set<String> fields = new TreeSet<>();
        FactTypes.all().forEach(type -> fields.addAll(PersonalData.fields(type.name(), type.record())));
        assertEquals(new TreeSet<>(NO_PERSONS), fields);
        assertEquals(Set.of(), PersonalData.fields("Envelope", Envelope.class));
        assertEquals(Set.of(), PersonalData.fields("Line", Line.class));
    }

    @Test
    void the_people_of_every_pack_are_looked_for() throws IOException {
        Set<String> words = madeUpPeople();
        assertTrue(words.containsAll(List.of("周敏", "社会保障科经办员", "CH-0101", "zhou.min", "顾明远", "CH-0001")), words::toString);
    }

    @ParameterizedTest
    @ValueSource(strings = {"周敏", "经 周敏 复核", "工号CH-0101", "zhou.min", "11010519491231002X", "证号11010519491231002x。", "13800138000",
            "138 0013 8000", "+86 13800138000"})
    void what_is_a_persons_is_found_wherever_it_stands(String text) throws IOException {
        assertEquals(1, PersonalData.in(TextNode.valueOf(text), madeUpPeople()).size(), text);
        JsonNode deep = Json.MAPPER.createObjectNode().set("rows", Json.MAPPER.createArrayNode().add(
                Json.MAPPER.createObjectNode().put("reason", text)));
        assertEquals(1, PersonalData.in(deep, madeUpPeople()).size(), text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"110105194912310021", "11010519491331002X", "9900000000000001", "12330521471100016Q", "13800138000.00", "1380013800",
            "2026011380013800", "p-71c0a9e2d4", "00000000000000000000000000003dde"})
    void what_only_looks_alike_is_not(String text) throws IOException {
        assertEquals(List.of(), PersonalData.in(TextNode.valueOf(text), madeUpPeople()));
    }

    @Test
    void a_field_named_like_a_persons_is_found_at_any_depth() throws IOException {
        JsonNode body = Json.MAPPER.readTree("{\"rows\":[{\"payee\":{\"mobilePhone\":\"\",\"idCard\":\"\"}}],\"employeeNumber\":\"\",\"amount\":\"\"}");
        assertEquals(Set.of("F.rows.payee.mobilePhone", "F.rows.payee.idCard", "F.employeeNumber"), PersonalData.fields("F", body));
    }

    /** Names, posts, employee numbers and subjects of the packs' people. */
    private static Set<String> madeUpPeople() throws IOException {
        Set<String> words = new TreeSet<>();
        try (Stream<Path> packs = Files.walk(PROJECT.resolve("seeds"))) {
            for (Path file : packs.filter(path -> Set.of("pack.json", "opening.json").contains(path.getFileName().toString())).toList()) {
                Json.MAPPER.readTree(Files.readAllBytes(file)).findParents("employeeNumber").forEach(person ->
                        words.addAll(Stream.of("name", "post", "employeeNumber", "subject")
                                .map(field -> person.path(field).asText())
                                .filter(word -> !word.isBlank())
                                .collect(Collectors.toSet())));
            }
        }
        return words;
    }
}
