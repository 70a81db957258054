package fundtrail.command;

import fundtrail.tokens.TrustedIssuer;
import java.net.URI;
import java.nio.file.Path;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How the writing side is set up; each is a property {@code fundtrail.*}, or an environment variable
 * {@code FUNDTRAIL_*}.
 *
 * @param database       the ledger's database
 * @param tokens         whose tokens are believed
 * @param people         the people registry
 * @param opening        a JSON file ({@link fundtrail.command.open.Opening}) with which an empty log is opened; absent: never
 * @param openingSecrets the folder into which a production ledger's opening writes its two one-time secrets; absent: no
 *                       production ledger can be opened here
 * @param snapshots      the folder of this node's own in which snapshots of the decision state are kept; absent: none are, and
 *                       every start folds the whole log
 * @param node           this node's name in logs and in the epoch
 */
@ConfigurationProperties("fundtrail")
public record CommandSettings(Database database, Tokens tokens, People people, Path opening, Path openingSecrets, Path snapshots, String node) {
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
     * @param issuer        the {@code iss} of believed tokens; its keys are found by discovery
     * @param audience      their {@code aud}
     * @param jwks          where the issuer publishes its keys; absent: where its metadata says
     * @param clients       the programs through which people sign in ({@code azp}); absent: any
     */
    public record Tokens(Path rehearsalKeys, String issuer, String audience, URI jwks, Set<String> clients) {
        public Tokens {
            if (rehearsalKeys == null && (issuer == null || audience == null)) {
                throw lacks("FUNDTRAIL_TOKENS_ISSUER", "FUNDTRAIL_TOKENS_AUDIENCE");
            }
            if (rehearsalKeys != null && issuer != null) {
                throw new IllegalArgumentException("The writing side cannot start: FUNDTRAIL_TOKENS_REHEARSALKEYS and"
                        + " FUNDTRAIL_TOKENS_ISSUER are both set. A rehearsal has the one, a ledger that stays the other.");
            }
            clients = clients == null ? Set.of() : clients;
        }

        TrustedIssuer trusted() {
            return new TrustedIssuer(issuer, audience, jwks, clients);
        }
    }

    /** @param key the file of the key its rows are sealed with ({@link fundtrail.people.PeopleKey}) */
    public record People(Path key) {}

    public CommandSettings {
        if (database == null || database.url() == null || database.user() == null || database.password() == null) {
            throw lacks("FUNDTRAIL_DATABASE_URL", "FUNDTRAIL_DATABASE_USER", "FUNDTRAIL_DATABASE_PASSWORD");
        }
        if (tokens == null) {
            throw lacks("FUNDTRAIL_TOKENS_ISSUER", "FUNDTRAIL_TOKENS_AUDIENCE");
        }
        if (people == null || people.key() == null) {
            throw lacks("FUNDTRAIL_PEOPLE_KEY");
        }
        node = node == null ? "node-1" : node;
    }

    private static IllegalArgumentException lacks(String... variables) {
        return new IllegalArgumentException("The writing side cannot start: not all is set of the environment variables "
                + String.join(", ", variables) + ". ops/deploy/README.md, section 5, lists all of them.");
    }
}
