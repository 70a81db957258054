package fundtrail.contract.fact;

import fundtrail.contract.Fact;
import fundtrail.contract.Role;
import fundtrail.contract.Tag;
import java.util.List;
import java.util.Set;

/**
 * 分工表生效: the signatures each command needs, in order: maker, (checker,) approver. It replaces the matrix before it.
 */
public record AuthorityMatrixSet(List<Row> rows) implements Fact {
    /**
     * @param command    the command's name, such as {@code AllotBudget}
     * @param signatures one to three, each with the roles of which the signer must hold one
     */
    public record Row(String command, List<Set<Role>> signatures) {
        public Row {
            signatures = signatures.stream().<Set<Role>>map(java.util.TreeSet::new).toList();
            if (signatures.isEmpty() || signatures.size() > 3) {
                throw new IllegalArgumentException(command + ": a command needs one, two or three signatures");
            }
            if (signatures.stream().anyMatch(Set::isEmpty)) {
                throw new IllegalArgumentException(command + ": a signature needs a role");
            }
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
