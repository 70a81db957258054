package fundtrail.command.open;

import fundtrail.contract.Role;
import fundtrail.contract.id.PersonRef;
import java.time.Instant;

/**
 * What the database keeps of one of the two secrets, from its making until the ledger is opened.
 *
 * @param holder     AD or CA
 * @param person     whom the secret binds
 * @param salt       of the hash, 32 hex digits
 * @param hash       of the secret
 * @param opening    hash of the opening it was made for: with another opening it is void
 * @param expiresAt  the first instant at which it binds nobody any more
 * @param wrongTries wrong secrets that claimed to be this one
 * @param issuer     of the sign-in bound to it; {@code null} until it is claimed
 * @param subject    of the sign-in bound to it; {@code null} until it is claimed
 */
record SecretSlot(
        Role holder, PersonRef person, String salt, String hash, String opening, Instant expiresAt, int wrongTries,
        String issuer, String subject) {

    boolean isClaimed() {
        return subject != null;
    }

    boolean isClaimedBy(String otherIssuer, String otherSubject) {
        return otherIssuer.equals(issuer) && otherSubject.equals(subject);
    }

    boolean isExpired(Instant now) {
        return !isClaimed() && !now.isBefore(expiresAt);
    }
}
