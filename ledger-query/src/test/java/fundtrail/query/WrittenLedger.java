package fundtrail.query;

import fundtrail.contract.Digest;
import fundtrail.contract.DocumentRef;
import fundtrail.contract.EntryCodec;
import fundtrail.contract.Envelope;
import fundtrail.contract.Fact;
import fundtrail.contract.FactTypes;
import fundtrail.contract.Role;
import fundtrail.contract.Signature;
import fundtrail.contract.Signature.Step;
import fundtrail.contract.id.PersonRef;
import fundtrail.people.Particulars;
import fundtrail.people.PeopleKey;
import fundtrail.people.SealedSigner;
import fundtrail.postgres.TestDatabase;
import fundtrail.proofs.Checkpoint;
import fundtrail.proofs.GrowingTree;
import fundtrail.proofs.Hash;
import fundtrail.proofs.Note;
import fundtrail.proofs.Tile;
import fundtrail.proofs.Vectors;
import fundtrail.query.follow.FeedAddress;
import fundtrail.query.follow.FeedEntry;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/** Stands in for the writing side: its three views and its log of proofs, on tables of the test's own, and facts written to them one by one. */
public final class WrittenLedger {
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final String TABLES = """
            create schema ledger;
            create table ledger.feed (position bigint primary key, recorded_at timestamptz not null, type text not null,
                version int not null, entry bytea not null, leaf_hash bytea not null);
            create table ledger.signer (person_ref text primary key, subject_index bytea, wrapped_key bytea, signer bytea);
            create table ledger.people_key (fingerprint bytea);
            create table ledger.stored_document (sha256 text primary key, media_type text not null, bytes bytea not null);
            create table ledger.tile (level int, n bigint, hashes bytea not null, root bytea not null, primary key (level, n));
            create table ledger.checkpoint (size bigint primary key, root bytea not null, note text not null);
            create table ledger.cosignature (size bigint, witness text, line text not null, received_at timestamptz default clock_timestamp());
            create table ledger.log_key_change (change bigint generated always as identity, verifier_key text, kind text, size bigint, note text)""";

    private final TestDatabase database;
    private final PeopleKey peopleKey;
    private final EntryCodec codec = new EntryCodec();
    private final List<FeedEntry> written = new ArrayList<>();
    private Connection connection;
    private LocalDate effective = LocalDate.of(2018, 1, 15);
    private Instant recordedAt = LocalDate.of(2018, 1, 15).atTime(10, 0).atZone(ZONE).toInstant();
    private List<Signature> signatures = List.of();
    private String causation;
    private DocumentRef document;

    /** One that nobody signs in to: of who people are it keeps nothing. */
    public WrittenLedger(TestDatabase database) {
        this.database = database;
        this.peopleKey = null;
        execute(TABLES);
    }

    /** @param peopleKey what the registry's rows are sealed with */
    public WrittenLedger(TestDatabase database, PeopleKey peopleKey) {
        this.database = database;
        this.peopleKey = peopleKey;
        execute(TABLES);
        execute("insert into ledger.people_key values ('%s')".formatted(bytea(peopleKey.fingerprint())));
    }

    public FeedAddress address() {
        return new FeedAddress(database.url(), database.user(), database.password());
    }

    /** From now on facts count on this day and are recorded on it at ten, unless that was before the last. */
    public WrittenLedger on(String day) {
        effective = LocalDate.parse(day);
        return recorded(day);
    }

    /** From now on facts are recorded on this day at ten, whenever they count. */
    public WrittenLedger recorded(String day) {
        Instant ten = LocalDate.parse(day).atTime(10, 0).atZone(ZONE).toInstant();
        recordedAt = ten.isAfter(recordedAt) ? ten : recordedAt;
        return this;
    }

    /** From now on facts are recorded at this instant. */
    public WrittenLedger recordedNow() {
        recordedAt = Instant.now().truncatedTo(ChronoUnit.MICROS);
        return this;
    }

    /** From now on facts count on this day, whenever they are recorded. */
    public WrittenLedger effective(String day) {
        effective = LocalDate.parse(day);
        return this;
    }

    /** From now on facts are signed so: roles and people in turn; the first makes, the last approves. */
    public WrittenLedger signedBy(Object... rolesAndPeople) {
        List<Signature> hands = new ArrayList<>();
        for (int i = 0; i < rolesAndPeople.length; i += 2) {
            boolean last = i == rolesAndPeople.length - 2;
            Step step = i == 0 ? Step.MAKER : last ? Step.APPROVER : Step.CHECKER;
            hands.add(Signature.of(step, (Role) rolesAndPeople[i], new PersonRef((String) rolesAndPeople[i + 1])));
        }
        signatures = hands;
        causation = null;
        document = null;
        return this;
    }

    public WrittenLedger causedBy(String proposal) {
        causation = proposal;
        return this;
    }

    public WrittenLedger under(DocumentRef document) {
        this.document = document;
        return this;
    }

    /** Writes facts in one append, each at the next position; the answer is the last one's. */
    public long write(Fact... facts) {
        try {
            Connection connection = connection();
            connection.setAutoCommit(false);
            for (Fact fact : facts) {
                insert(connection, next(fact));
            }
            connection.commit();
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
        return head();
    }

    /** The entry the next fact would be. */
    public FeedEntry next(Fact fact) {
        long position = written.size();
        var type = FactTypes.of(fact.getClass());
        String actor = signatures.isEmpty() ? Envelope.LEDGER : signatures.getLast().person().value();
        var envelope = new Envelope(new UUID(0x0000_0000_0000_7000L, 0x8000_0000_0000_0000L | position), "%032x".formatted(position),
                type.name(), type.version(), effective, actor, signatures, null, null, "test", causation, null, document, null);
        byte[] bytes = EntryCodec.entry(position, recordedAt, codec.tail(envelope, fact));
        return new FeedEntry(position, recordedAt, type.name(), type.version(), bytes, EntryCodec.leafHash(bytes));
    }

    /** Puts a row into the feed as it is, right or wrong, and wakes followers. */
    public void write(FeedEntry row) {
        try {
            insert(connection(), row);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private void insert(Connection connection, FeedEntry row) throws SQLException {
        try (var insert = connection.prepareStatement("insert into ledger.feed values (?, ?, ?, ?, ?, ?)");
                var notify = connection.createStatement()) {
            insert.setLong(1, row.position());
            insert.setObject(2, row.recordedAt().atOffset(ZoneOffset.UTC));
            insert.setString(3, row.type());
            insert.setInt(4, row.version());
            insert.setBytes(5, row.entry());
            insert.setBytes(6, row.leafHash());
            insert.executeUpdate();
            notify.execute("notify ledger_feed, '" + row.position() + "'");
        }
        written.add(row);
    }

    /** Registers who signs in as whom, as the writing side's registry would. */
    public void signsIn(String person, String issuer, String subject, String name, String post) {
        if (peopleKey == null) {
            return;
        }
        SealedSigner sealed = peopleKey.seal(person, new Particulars(name, post, person, issuer, subject, "salt")).signer();
        execute("insert into ledger.signer values ('%s', '%s', '%s', '%s')"
                .formatted(person, bytea(sealed.subjectIndex()), bytea(sealed.wrappedKey()), bytea(sealed.signer())));
    }

    private static String bytea(byte[] bytes) {
        return "\\x" + HexFormat.of().formatHex(bytes);
    }

    /** Keeps a document's bytes, as the writing side would; answers their SHA-256. */
    public String stores(String mediaType, byte[] bytes) {
        String sha256 = Digest.sha256(bytes);
        try (var insert = connection().prepareStatement("insert into ledger.stored_document values (?, ?, ?)")) {
            insert.setString(1, sha256);
            insert.setString(2, mediaType);
            insert.setBytes(3, bytes);
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
        return sha256;
    }

    /** Publishes a checkpoint of all that is written, as the sealer would; answers its note. */
    public Note seal() {
        GrowingTree tree = new GrowingTree();
        written.forEach(row -> tree.add(Hash.of(row.leafHash())));
        tree.fresh().forEach((tile, hashes) -> execute("insert into ledger.tile values (%d, %d, '%s', '%s') on conflict do nothing"
                .formatted(tile.level(), tile.n(), bytea(hashes), bytea(Tile.rootOfFull(hashes).bytes()))));
        String text = new Checkpoint(Vectors.ORIGIN, tree.size(), tree.root()).text();
        Note note = new Note(text, List.of(Vectors.key().sign(text)));
        execute("insert into ledger.checkpoint values (%d, '%s', '%s')".formatted(tree.size(), bytea(tree.root().bytes()), note));
        return note;
    }

    /** Does what no one should, to the writing side's tables. */
    public void execute(String sql) {
        try (var statement = connection().createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new AssertionError(sql, e);
        }
    }

    /** One for the whole test; a new one after a test has cut all connections. It ends with the tests' server. */
    private Connection connection() throws SQLException {
        if (connection == null || !connection.isValid(5)) {
            connection = database.connect();
        }
        return connection;
    }

    public long head() {
        return written.size() - 1L;
    }

    /** Everything written. */
    public List<FeedEntry> written() {
        return List.copyOf(written);
    }
}
