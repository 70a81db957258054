package fundtrail.query.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import org.flywaydb.core.Flyway;

/**
 * One generation of the store: a schema of its own, {@code reading} for the live one, so that a rebuild can grow beside it.
 *
 * @param name a PostgreSQL identifier in lower case
 */
public record Schema(String name) {
    public static final Schema LIVE = new Schema("reading");

    private static final int CONNECTIONS = 16;
    private static final int IDLE_CONNECTIONS = 2;
    private static final long LONGEST_WAIT_MILLIS = 2_000;

    public Schema {
        if (!name.matches("[a-z][a-z0-9_]{0,62}")) {
            throw new IllegalArgumentException("schema \"" + name + "\": lower-case letters, digits and _, a letter first");
        }
    }

    /** Connections to a database, standing in this schema; waits at most two seconds for a free one. */
    public HikariDataSource connect(String jdbcUrl, String user, String password) {
        var config = new HikariConfig();
        config.setPoolName("fundtrail-" + name);
        config.setJdbcUrl(jdbcUrl);
        config.setUsername(user);
        config.setPassword(password);
        config.setSchema(name);
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(IDLE_CONNECTIONS);
        config.setConnectionTimeout(LONGEST_WAIT_MILLIS);
        config.setInitializationFailTimeout(-1);
        // No statement here runs long enough to win back the tenths of a second that compiling it takes.
        config.setConnectionInitSql("set jit = off");
        config.addDataSourceProperty("ApplicationName", "fundtrail-query");
        config.addDataSourceProperty("connectTimeout", "5");
        config.addDataSourceProperty("socketTimeout", "60");
        config.addDataSourceProperty("tcpKeepAlive", "true");
        return new HikariDataSource(config);
    }

    /** Makes the schema and its tables, or brings them up to date. */
    public void migrate(String jdbcUrl, String user, String password) {
        Flyway.configure()
                .dataSource(jdbcUrl, user, password)
                .schemas(name)
                .defaultSchema(name)
                .locations("classpath:fundtrail/query/sql")
                .load()
                .migrate();
    }
}
