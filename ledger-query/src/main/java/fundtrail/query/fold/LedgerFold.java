package fundtrail.query.fold;

import fundtrail.contract.Entry;
import fundtrail.contract.EntryCodec;
import fundtrail.contract.Line;
import fundtrail.query.alert.RedFlags;
import fundtrail.query.entity.Kind;
import fundtrail.query.entity.Version;
import fundtrail.query.fold.Rows.DocumentRow;
import fundtrail.query.fold.Rows.FactRow;
import fundtrail.query.fold.Rows.LineRow;
import fundtrail.query.fold.Rows.TagRow;
import fundtrail.query.follow.FeedEntry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The whole projection as one pure function: entries and what was known before them give rows. */
public final class LedgerFold {
    private static final List<Fold> ENTITIES = List.of(new MasterFold(), new PeopleFold(), new MoneyFold(), new AuthorityFold(),
            new ReserveFold(), new PurchaseFold(), new ProposalFold(), new ClosingFold(), new CommunityFold(), new CaseFold(), new Inquiries());

    private final EntryCodec codec = new EntryCodec();
    private final List<Fold> folds;

    /** With the red flags the program comes with. */
    public LedgerFold() {
        this(RedFlags.shipped());
    }

    public LedgerFold(RedFlags flags) {
        folds = Stream.concat(ENTITIES.stream(), Stream.of(new AlertFold(flags))).toList();
    }

    /**
     * The rows of a batch.
     *
     * @param stored versions before the batch
     * @throws IllegalArgumentException when bytes are no entry this version of the program knows; says which
     */
    public Rows fold(List<FeedEntry> batch, Earlier stored) {
        var rows = Rows.none();
        var earlier = new BatchSoFar(stored);
        for (FeedEntry fed : batch) {
            Entry entry = decoded(fed);
            rows.facts().add(new FactRow(entry.position(), entry.recordedAt(), entry.envelope().effectiveDate(),
                    entry.envelope().type(), entry.envelope().version(), entry.envelope().actor(), fed.entry(), fed.leafHash(),
                    FactCircles.of(entry, earlier)));
            new TreeSet<>(FactTags.of(entry)).forEach(tag -> rows.tags().add(new TagRow(tag, entry.position())));
            FactDocument.of(entry).ifPresent(document -> rows.documents().add(new DocumentRow(entry.position(), document)));
            int lineNo = 0;
            for (Line line : entry.fact().lines()) {
                rows.lines().add(new LineRow(entry.position(), lineNo++, entry.envelope().effectiveDate(), line));
            }
            for (Version<?> version : versions(entry, earlier)) {
                rows.versions().add(version);
                earlier.add(version);
            }
        }
        return rows;
    }

    /** What one fact makes of the entities it is about, and what red flags say of it. */
    public List<Version<?>> versions(Entry entry, Earlier earlier) {
        return folded(folds, entry, earlier);
    }

    /** The same without red flags: an alert never changes, so it need not be folded again to be seen at another date. */
    public List<Version<?>> entities(Entry entry, Earlier earlier) {
        return folded(ENTITIES, entry, earlier);
    }

    private static List<Version<?>> folded(List<Fold> folds, Entry entry, Earlier earlier) {
        var outcome = new Outcome(entry);
        folds.forEach(fold -> fold.fold(entry, earlier, outcome));
        return outcome.versions();
    }

    /** The entry in stored bytes. */
    public Entry decode(byte[] entry) {
        return codec.decode(entry);
    }

    private Entry decoded(FeedEntry fed) {
        try {
            Entry entry = decode(fed.entry());
            if (entry.position() != fed.position()) {
                throw new IllegalArgumentException("its bytes say position " + entry.position());
            }
            return entry;
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("the entry at position " + fed.position() + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** What was stored, and on top of it what this batch has made so far. */
    private static final class BatchSoFar implements Earlier {
        private record Key(String kind, String id) {}

        private final Map<Key, Version<?>> made = new HashMap<>();
        private final Earlier stored;

        BatchSoFar(Earlier stored) {
            this.stored = stored;
        }

        void add(Version<?> version) {
            made.put(new Key(version.kind().name(), version.id()), version);
        }

        @Override
        public <T> Optional<Version<T>> version(Kind<T> kind, String id) {
            @SuppressWarnings("unchecked") // filed under its own kind
            Version<T> version = (Version<T>) made.get(new Key(kind.name(), id));
            return version == null ? stored.version(kind, id) : Optional.of(version);
        }
    }
}
