package fundtrail.contract.fact;

import fundtrail.contract.Body;
import fundtrail.contract.Fact;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.Money;
import fundtrail.contract.Role;
import fundtrail.contract.Tag;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * 分工表生效: the signatures each command needs, in order: maker, (checker,) approver. It replaces the matrix before it.
 */
public record AuthorityMatrixSet(List<Row> rows) implements Fact {
    /**
     * What one command needs.
     *
     * @param command the command's name, such as {@code AllotBudget}
     * @param hands   one to three; of each, who may be it
     */
    public record Row(String command, List<List<Signer>> hands) {
        public Row {
            if (command == null || hands == null) {
                throw new IllegalArgumentException("a row needs its command and its hands");
            }
            hands = hands.stream().<List<Signer>>map(List::copyOf).toList();
            if (hands.isEmpty() || hands.size() > 3) {
                throw new IllegalArgumentException(command + ": a command needs one, two or three signatures");
            }
            for (List<Signer> hand : hands) {
                if (hand.isEmpty() || hand.size() > 15) {
                    throw new IllegalArgumentException(command + ": a signature needs a role, and names at most 15");
                }
            }
        }

        /** One role a hand, of any body, without a limit. */
        public static Row of(String command, Role... hands) {
            return new Row(command, Stream.of(hands).map(Signer::anyOf).toList());
        }

        /** Who may give the signature after so many; the last hand's where there are that many already. */
        public List<Signer> hand(int signaturesBefore) {
            return hands.get(Math.min(signaturesBefore, hands.size() - 1));
        }
    }

    /**
     * Who may be a hand: a role, of a body, up to an amount.
     *
     * @param body absent: of any body
     * @param upTo the greatest amount such a signer may sign, in yuan; absent: any amount
     */
    public record Signer(Role role, @MayBeAbsent Body body, @MayBeAbsent Money upTo) {
        public Signer {
            if (role == null) {
                throw new IllegalArgumentException("a signature needs a role");
            }
            if (body != null && !role.canBeOf(body)) {
                throw new IllegalArgumentException("role " + role + " is not held for " + body);
            }
            if (upTo != null && !upTo.isPositive()) {
                throw new IllegalArgumentException("a limit is a positive amount, not " + upTo);
            }
        }

        /** A hand that any of the roles may be, of any body, without a limit. */
        public static List<Signer> anyOf(Role... roles) {
            return Stream.of(roles).map(role -> new Signer(role, null, null)).toList();
        }

        /** Whether a role held for a body is meant, whatever the amount. */
        public boolean means(Role role, Body body) {
            return this.role == role && (this.body == null || this.body == body);
        }

        /** Whether the amount is within the limit; no amount always is. */
        public boolean covers(Money amount) {
            return upTo == null || amount == null || upTo.covers(amount);
        }
    }

    public AuthorityMatrixSet {
        rows = List.copyOf(rows);
    }

    @Override
    public Set<Tag> tags() {
        return Set.of();
    }
}
