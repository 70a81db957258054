package fundtrail.command;

import java.net.URI;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How the writing side is set up; each is a property {@code fundtrail.*}, or an environment variable
 * {@code FUNDTRAIL_*}.
 *
 * @param database the ledger's database
 * @param tokens   whose tokens are believed
 * @param opening  a JSON file ({@link fundtrail.command.open.Opening}) with which an empty log is opened; absent: never
 * @param node     this node's name in logs and in the epoch
 */
@ConfigurationProperties("fundtrail")
public record CommandSettings(Database database, Tokens tokens, Path opening, String node) {
    /**
     * @param url           JDBC URL of PostgreSQL 15 or later
     * @param user          the role of the application, {@code ledger_app}
     * @param ownerUser     the role that owns the schema, {@code ledger_owner}; absent: the schema is not migrated here
     */
    public record Database(String url, String user, String password, String ownerUser, String ownerPassword) {}

    /**
     * Either a rehearsal's own issuer, by the folder its key lies in, or an OpenID Connect issuer.
     *
     * @param rehearsalKeys the folder of the rehearsal issuer's key
     * @param issuer        the {@code iss} of believed tokens
     * @param audience      their {@code aud}
     * @param jwks          where the issuer publishes its keys
     */
    public record Tokens(Path rehearsalKeys, String issuer, String audience, URI jwks) {}

    public CommandSettings {
        if (database == null || tokens == null) {
            throw new IllegalArgumentException(
                    "set fundtrail.database.url, .user and .password, and fundtrail.tokens.issuer, .audience and .jwks");
        }
        if (tokens.rehearsalKeys() == null && (tokens.issuer() == null || tokens.audience() == null || tokens.jwks() == null)) {
            throw new IllegalArgumentException("set all of fundtrail.tokens.issuer, .audience and .jwks");
        }
        node = node == null ? "node-1" : node;
    }
}
