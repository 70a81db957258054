package fundtrail.query.alert;

import fundtrail.contract.DocumentRef;
import fundtrail.contract.Entry;
import fundtrail.contract.EntryCodec;
import fundtrail.contract.Envelope;
import fundtrail.contract.Fact;
import fundtrail.contract.FactTypes;
import fundtrail.contract.Role;
import fundtrail.contract.Signature;
import fundtrail.contract.fact.LedgerOpened;
import fundtrail.contract.id.PersonRef;
import fundtrail.query.Chenghu;
import fundtrail.query.alert.RedFlags.Written;
import fundtrail.query.entity.Alert;
import fundtrail.query.entity.Kind;
import fundtrail.query.entity.Version;
import fundtrail.query.entity.Watch;
import fundtrail.query.fold.Earlier;
import fundtrail.query.fold.LedgerFold;
import fundtrail.query.fold.Rows;
import fundtrail.query.follow.Mark;
import fundtrail.query.follow.Projection.Overtaken;
import fundtrail.query.store.MemoryStore;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Facts one by one before some red flags, and what these say. */
final class Watched {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final LedgerFold fold;
    private final MemoryStore store = new MemoryStore();
    private final EntryCodec codec = new EntryCodec();
    private LocalDate effective = LocalDate.of(2018, 1, 15);
    private LocalDate recorded = effective;
    private LocalDate concerns;
    private String causation;
    private List<Signature> signatures = List.of();
    private long next;

    private Watched(RedFlags flags) {
        fold = new LedgerFold(flags);
        write(new LedgerOpened("chenghu", List.of(new LedgerOpened.Division(Chenghu.COUNTY, "澄湖县（虚构）")),
                "rehearsal.fundtrail.example/chenghu", LedgerOpened.Purpose.REHEARSAL, ZONE));
    }

    /** One version of one rule. */
    static Watched by(RuleName rule, Map<String, String> parameters) {
        return by(new Written(rule, 1, parameters, null));
    }

    static Watched by(Written... written) {
        return new Watched(new RedFlags(List.of(written)));
    }

    static Watched by(RedFlags flags) {
        return new Watched(flags);
    }

    Watched on(String day) {
        return on(day, day);
    }

    /** Facts count on the first day and are recorded on the second. */
    Watched on(String counts, String isRecorded) {
        effective = LocalDate.parse(counts);
        recorded = LocalDate.parse(isRecorded);
        return this;
    }

    Watched concerning(String day) {
        concerns = LocalDate.parse(day);
        return this;
    }

    Watched causedBy(String proposal) {
        causation = proposal;
        return this;
    }

    /** The first makes, the last approves. */
    Watched signedBy(String... people) {
        List<Signature> hands = new ArrayList<>();
        for (int i = 0; i < people.length; i++) {
            hands.add(Signature.of(i == 0 ? Signature.Step.MAKER : i == people.length - 1 ? Signature.Step.APPROVER : Signature.Step.CHECKER,
                    i == 0 ? Role.CL : Role.CA, new PersonRef(people[i])));
        }
        signatures = hands;
        return this;
    }

    /** The last one's position. */
    long write(Fact... facts) {
        for (Fact fact : facts) {
            Entry entry = decoded(fact);
            try {
                store.write(store.mark(), new Mark(entry.position(), new byte[0]),
                        new Rows(List.of(), List.of(), List.of(), List.of(), fold.versions(entry, known())));
            } catch (Overtaken e) {
                throw new AssertionError(e);
            }
        }
        return next - 1;
    }

    /** As the reading side gets it. */
    private Entry decoded(Fact fact) {
        long position = next++;
        Instant at = recorded.atTime(10, 0).atZone(ZONE).toInstant();
        var type = FactTypes.of(fact.getClass());
        var envelope = new Envelope(new UUID(0x0000_0000_0000_7000L, 0x8000_0000_0000_0000L | position), "%032x".formatted(position), type.name(),
                type.version(), effective, concerns, signatures.isEmpty() ? Envelope.LEDGER : signatures.getLast().person().value(), signatures,
                null, null, "test", causation, null, (DocumentRef) null, null);
        return codec.decode(EntryCodec.entry(position, at, codec.tail(envelope, fact)));
    }

    private Earlier known() {
        return new Earlier() {
            @Override
            public <T> Optional<Version<T>> version(Kind<T> kind, String id) {
                return store.version(kind, id, Long.MAX_VALUE);
            }
        };
    }

    List<Alert> alerts() {
        return store.rows().versions().stream()
                .filter(version -> version.kind().equals(Kind.ALERT))
                .map(version -> (Alert) version.body())
                .toList();
    }

    /** How much is in each note of the last fact that anything was noted of. */
    String notedLast() {
        var notes = store.rows().versions().stream().filter(version -> version.kind().equals(Kind.WATCH)).toList();
        long last = notes.getLast().position();
        return notes.stream().filter(note -> note.position() == last).map(note -> ((Watch) note.body()).noted().size()).toList().toString();
    }

    /** Each alert as its subject and the positions that made it speak. */
    String said() {
        return alerts().stream()
                .map(alert -> alert.subjectId() + " " + alert.positions())
                .collect(Collectors.joining("; "));
    }
}
