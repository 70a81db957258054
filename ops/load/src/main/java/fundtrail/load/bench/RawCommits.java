package fundtrail.load.bench;

import fundtrail.load.site.Site;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The yardstick: what PostgreSQL itself commits when each caller, over a connection of his own, adds one row a transaction,
 * encoded beforehand and of a posting's size, to a table kept as the ledger's is.
 */
final class RawCommits implements AutoCloseable {
    private final Site site;
    private final byte[] entry;
    private final AtomicLong position = new AtomicLong();
    private final List<Connection> connections = new ArrayList<>();

    RawCommits(Site site, int bytes) throws SQLException {
        this.site = site;
        this.entry = new byte[bytes];
        Arrays.fill(entry, (byte) 'x');
        site.execute("postgres", "create database raw");
        site.execute("raw", """
                create table fact (position bigint not null primary key, entry bytea not null) with (toast_tuple_target = 8160);
                alter table fact alter column entry set storage external""");
    }

    Spell spell(int callers, Duration time) throws SQLException, InterruptedException {
        while (connections.size() < callers) {
            connections.add(site.superuser("raw").getConnection());
        }
        List<PreparedStatement> statements = new ArrayList<>();
        for (Connection connection : connections.subList(0, callers)) {
            statements.add(connection.prepareStatement("insert into fact (position, entry) values (?, ?)"));
        }
        Spell spell = Spell.of(time, Thread.ofPlatform().factory(), statements.stream().<Spell.Work>map(insert -> () -> {
            insert.setLong(1, position.incrementAndGet());
            insert.setBytes(2, entry);
            insert.executeUpdate();
        }).toArray(Spell.Work[]::new));
        for (PreparedStatement statement : statements) {
            statement.close();
        }
        return spell;
    }

    @Override
    public void close() throws SQLException {
        for (Connection connection : connections) {
            connection.close();
        }
    }
}
