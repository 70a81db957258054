package fundtrail.query.fold;

import static fundtrail.query.entity.Kind.ALERT;
import static fundtrail.query.entity.Kind.WATCH;

import fundtrail.contract.Entry;
import fundtrail.query.access.Circle;
import fundtrail.query.access.Thing;
import fundtrail.query.alert.Judging;
import fundtrail.query.alert.RedFlags.RuleVersion;
import fundtrail.query.alert.RedFlags;
import fundtrail.query.entity.Alert;
import fundtrail.query.entity.Kind;
import fundtrail.query.entity.Ledger;
import fundtrail.query.entity.Noted;
import fundtrail.query.entity.Watch;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Shows every fact to every version of every red flag, and keeps what each says and remembers. */
final class AlertFold implements Fold {
    private final RedFlags flags;

    AlertFold(RedFlags flags) {
        this.flags = flags;
    }

    @Override
    public void fold(Entry entry, Earlier earlier, Outcome outcome) {
        for (RuleVersion version : flags.versions()) {
            version.rule().judge(new Before(entry, earlier, outcome, version), version.tuning());
        }
    }

    private static final class Before implements Judging {
        private final Entry entry;
        private final Earlier earlier;
        private final Outcome outcome;
        private final RuleVersion version;
        private int spoken;

        Before(Entry entry, Earlier earlier, Outcome outcome, RuleVersion version) {
            this.entry = entry;
            this.earlier = earlier;
            this.outcome = outcome;
            this.version = version;
        }

        @Override
        public Entry entry() {
            return entry;
        }

        @Override
        public LocalDate recordedOn() {
            return day(entry.recordedAt());
        }

        @Override
        public LocalDate day(Instant instant) {
            ZoneId zone = earlier.latest(Kind.LEDGER, Ledger.ID).map(Ledger::timeZone).orElse(ZoneOffset.UTC);
            return instant.atZone(zone).toLocalDate();
        }

        @Override
        public <T> Optional<T> known(Kind<T> kind, Object id) {
            return earlier.latest(kind, id);
        }

        @Override
        public List<Noted> noted(String key) {
            return earlier.latest(WATCH, id(key)).map(Watch::noted).orElse(List.of());
        }

        @Override
        public void note(String key, List<Noted> noted) {
            outcome.now(WATCH, id(key), Set.of(), new Watch(noted));
        }

        private String id(String key) {
            return Watch.id(version.name().name(), version.version(), key);
        }

        @Override
        public void speak(Spoken one) {
            spoken++;
            List<Long> positions = new ArrayList<>(one.positions());
            positions.add(entry.position());
            String id = Alert.id(entry.position(), version.name(), version.version(), spoken);
            outcome.now(ALERT, id, Set.of(Circle.division(Thing.LEADS, one.division())), new Alert(id, version.name(), version.version(),
                    one.division(), one.institution(), one.subject(), one.subjectId(), one.amount(), one.measured(), one.threshold(),
                    positions, entry.recordedAt()));
        }
    }
}
