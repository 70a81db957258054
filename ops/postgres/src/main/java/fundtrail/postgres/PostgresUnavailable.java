package fundtrail.postgres;

/**
 * PostgreSQL could not be started, reached or stopped.
 *
 * <p>The message is written for the person who started it: what is wrong, where, why, and what to do now. It can be
 * printed as it stands.
 */
public final class PostgresUnavailable extends RuntimeException {

    public PostgresUnavailable(String message) {
        super(message);
    }

    public PostgresUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
