package fundtrail.command.open;

import fundtrail.contract.Role;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.List;

/** What becomes of one claim of a secret. Decided from what is stored, without a clock or a database of its own. */
public sealed interface Claim {
    /** Wrong secrets after which nobody can claim any more until the secrets are renewed. */
    int MOST_WRONG = 10;

    /** The sign-in is bound, now or by the same claim before. */
    record Bound(Role holder, boolean before) implements Claim {}

    /** Too many wrong secrets were tried. */
    record Closed() implements Claim {}

    /** Not the secret. @param left how many more wrong ones are looked at */
    record Wrong(Role holder, int left) implements Claim {}

    /** The secret, too late. */
    record Expired(Instant at) implements Claim {}

    /** The secret, and another sign-in has it. */
    record Used() implements Claim {}

    /** The secret, and the other one has this sign-in already: the first two are two people. */
    record SignInBound(Role other) implements Claim {}

    /** The other claim came first, and the ledger is open: there is nothing left to be claimed. */
    record TooLate() implements Claim {}

    static Claim of(OpeningSecret secret, String issuer, String subject, List<SecretSlot> slots, Instant now) {
        int wrongSoFar = slots.stream().mapToInt(SecretSlot::wrongTries).sum();
        if (wrongSoFar >= MOST_WRONG) {
            return new Closed();
        }
        SecretSlot slot = slots.stream().filter(one -> one.holder() == secret.holder()).findFirst().orElseThrow();
        if (!isSame(slot.hash(), secret.hash(slot.salt()))) {
            return new Wrong(slot.holder(), MOST_WRONG - wrongSoFar - 1);
        }
        if (slot.isClaimed()) {
            return slot.isClaimedBy(issuer, subject) ? new Bound(slot.holder(), true) : new Used();
        }
        if (slot.isExpired(now)) {
            return new Expired(slot.expiresAt());
        }
        return slots.stream()
                .filter(other -> other.isClaimedBy(issuer, subject))
                .findFirst()
                .<Claim>map(other -> new SignInBound(other.holder()))
                .orElseGet(() -> new Bound(slot.holder(), false));
    }

    /** In a time that does not tell how much of it was right. */
    private static boolean isSame(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
    }
}
