package fundtrail.query.fold;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fundtrail.contract.Entry;
import fundtrail.contract.EntryCodec;
import fundtrail.contract.FactTable;
import fundtrail.contract.FactTypes.FactType;
import fundtrail.contract.FactTypes;
import fundtrail.contract.Golden;
import fundtrail.contract.Role;
import fundtrail.contract.fact.InformantRecorded;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.InstitutionId;
import fundtrail.contract.id.PersonRef;
import fundtrail.query.access.Circle;
import fundtrail.query.access.Thing;
import fundtrail.query.entity.Allotment;
import fundtrail.query.entity.Kind;
import fundtrail.query.entity.Person;
import fundtrail.query.entity.Version;
import fundtrail.query.follow.Mark;
import fundtrail.query.store.MemoryStore;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every fact and version there is, folded one after the other as in the golden log. */
class GoldenFactsTest {
    /** Facts about sums alone; and three that, in the golden log, undo or end what that log does not contain. Red flags aside. */
    private static final Set<String> CHANGING_NO_ENTITY = Set.of("SettlementRefundReceivedRows", "FundReceived", "BudgetReallocated", "BudgetReduced",
            "OpeningBalanceRecorded", "RiskReserveContributed", "ReserveInterestReceived", "CommandRefused", "EntryReversed", "RoleRevoked",
            "BudgetLapsed", "YearCashMoved", "YearClosedRows", "PaymentHoldGrounded", "InformantRecorded");

    private final EntryCodec codec = new EntryCodec();
    private final LedgerFold fold = new LedgerFold();
    private final MemoryStore store = new MemoryStore();
    private final Earlier earlier = new Earlier() {
        @Override
        public <T> Optional<Version<T>> version(Kind<T> kind, String id) {
            return store.version(kind, id, Long.MAX_VALUE);
        }
    };

    @Test void every_fact_is_shown_to_somebody_besides_its_signers_and_the_keepers_of_proofs() throws Exception {
        for (Entry entry : inOrder()) {
            Set<Circle> circles = FactCircles.of(entry, earlier);
            keep(entry);
            circles.removeIf(circle -> circle.thing() == Thing.OWN_HAND || circle.thing() == Thing.ENTRIES);
            assertFalse(circles.isEmpty(), entry.envelope().type() + " is shown to nobody");
        }
    }

    /** A bundle of entries is read whole or not at all: one fact that no auditor may have closes the log. */
    @Test void the_bytes_of_every_fact_are_some_auditors() throws Exception {
        var holders = new PeopleHolding(earlier);
        for (Entry entry : inOrder()) {
            Set<Circle> circles = FactCircles.of(entry, holders);
            keep(entry);
            assertTrue(circles.stream().anyMatch(circle -> circle.thing() == Thing.ENTRIES), entry.envelope().type() + " is no auditor's");
        }
    }

    @Test void every_fact_changes_the_entities_it_is_about() throws Exception {
        Set<String> changingNone = new HashSet<>();
        for (Entry entry : inOrder()) {
            if (keep(entry).stream().allMatch(version -> version.kind().equals(Kind.ALERT) || version.kind().equals(Kind.WATCH))) {
                changingNone.add(entry.envelope().type());
            }
        }
        assertEquals(CHANGING_NO_ENTITY, changingNone);
    }

    @Test void every_kind_of_entity_is_made_by_some_fact() throws Exception {
        for (Entry entry : inOrder()) {
            keep(entry);
        }
        Set<String> made = store.rows().versions().stream().map(version -> version.kind().name()).collect(Collectors.toSet());
        made.add(Kind.INVENTED_HEADS.name()); // the golden flag is of reported work, which is a claim without it
        assertEquals(Kind.ALL.stream().map(Kind::name).collect(Collectors.toSet()), made);
        assertTrue(made.stream().map(Kind::named).allMatch(Kind.ALL::contains));
    }

    @Test void an_allotment_goes_over_to_the_legal_successor_who_then_sees_it() throws Exception {
        for (Entry entry : inOrder()) {
            keep(entry);
        }
        Version<Allotment> allotment = earlier.version(Kind.ALLOTMENT, "CEN-H1").orElseThrow();
        assertEquals("H2", allotment.body().institution().value());
        assertTrue(allotment.shownTo().contains(Circle.institution(Thing.MONEY, new InstitutionId("H2"))));
        assertTrue(allotment.shownTo().contains(Circle.institution(Thing.MONEY, new InstitutionId("H1"))));
    }

    @Test void who_told_is_shown_to_the_inspector_who_keeps_it_and_to_nobody_else() {
        Entry entry = inOrder().stream().filter(one -> one.fact() instanceof InformantRecorded).findFirst().orElseThrow();
        Set<Circle> circles = FactCircles.of(entry, earlier);
        circles.removeIf(circle -> circle.thing() == Thing.OWN_HAND || circle.thing() == Thing.ENTRIES);
        assertEquals(Set.of(Circle.person(Thing.PEOPLE, new PersonRef("p-inspector"))), circles);
    }

    @Test void a_proposal_that_tells_of_an_inquiry_is_its_inquirers_and_its_signers_alone() {
        for (String type : List.of("ProposalSubmitted", "ProposalSubmittedRows")) {
            String golden = new String(Golden.entry(FactTypes.all().stream().filter(one -> one.name().equals(type)).findFirst().orElseThrow()),
                    StandardCharsets.UTF_8);
            Set<Circle> circles = FactCircles.of(
                    codec.decode(golden.replace("DisburseBatch", "ReferCase").getBytes(StandardCharsets.UTF_8)), earlier);
            assertTrue(circles.contains(Circle.division(Thing.CASES, new DivisionCode("330521"))), type);
            assertTrue(circles.stream().noneMatch(circle -> circle.thing() == Thing.PROPOSALS), type);
        }
    }

    @Test void the_table_of_facts_says_whom_each_is_shown_to() throws Exception {
        Map<String, String> shown = new HashMap<>();
        for (Entry entry : inOrder()) {
            shown.put(entry.envelope().type(), FactCircles.of(entry, earlier).stream()
                    .filter(circle -> circle.thing() != Thing.OWN_HAND && circle.thing() != Thing.ENTRIES)
                    .map(circle -> circle.thing() + " of " + circle.reach())
                    .distinct()
                    .sorted()
                    .collect(Collectors.joining(", ")));
            keep(entry);
        }
        Path file = Path.of(System.getProperty("basedir", ""), "..", "ledger-command", "contract", "FACTS.md");
        FactTable.at(file).rewrite(FactTable.Column.SHOWN_TO, shown);
        FactTable table = FactTable.at(file);
        shown.forEach((fact, said) -> assertEquals(said, table.says(fact, FactTable.Column.SHOWN_TO), fact));
    }

    /** In the golden log few of those who sign were given their roles before: here an inspector holds hers. */
    private record PeopleHolding(Earlier log) implements Earlier {
        @Override
        public <T> Optional<Version<T>> version(Kind<T> kind, String id) {
            if (!kind.equals(Kind.PERSON) || !id.equals("p-inspector")) {
                return log.version(kind, id);
            }
            @SuppressWarnings("unchecked") // of the kind asked, as just compared
            var version = (Version<T>) new Version<>(Kind.PERSON, id, 0, LocalDate.EPOCH, Set.of(), inspector());
            return Optional.of(version);
        }
    }

    private static Person inspector() {
        return new Person(new PersonRef("p-inspector"), "ab".repeat(32), List.of(), null)
                .granted(Role.IN, new DivisionCode("330521"), Role.IN.body(), null, Instant.EPOCH);
    }

    /** One of each, in the order of their positions. */
    private List<Entry> inOrder() {
        return FactTypes.all().stream()
                .map((FactType type) -> codec.decode(Golden.entry(type)))
                .sorted(Comparator.comparingLong(Entry::position))
                .toList();
    }

    private List<Version<?>> keep(Entry entry) throws Exception {
        List<Version<?>> versions = fold.versions(entry, earlier);
        store.write(store.mark(), new Mark(entry.position(), new byte[0]), new Rows(List.of(), List.of(), List.of(), List.of(), versions));
        return versions;
    }
}
