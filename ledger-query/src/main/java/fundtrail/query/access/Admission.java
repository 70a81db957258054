package fundtrail.query.access;

import fundtrail.contract.id.PersonRef;
import fundtrail.tokens.TokenRefused;

/** What the door says. */
public sealed interface Admission {
    record Admitted(Reader reader) implements Admission {}

    /** The token is not accepted, or could not be checked. */
    record NoToken(TokenRefused refusal) implements Admission {}

    /** A rehearsal's token at a production ledger, however the reading side was set up. */
    record RehearsalToken() implements Admission {}

    /** The token is good, but this ledger has nobody registered under its issuer and subject. */
    record NotRegistered() implements Admission {}

    /** Registered, but without the role it takes. */
    record NoRole(PersonRef person, Audience audience) implements Admission {}
}
