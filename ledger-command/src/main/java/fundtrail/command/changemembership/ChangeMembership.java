package fundtrail.command.changemembership;

import fundtrail.command.decide.Command;
import fundtrail.command.decide.Form;
import fundtrail.contract.DocumentRef;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.id.CommunityId;
import fundtrail.contract.id.InstitutionId;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Changes who belongs to a medical community. Fields as in {@link fundtrail.contract.fact.MembershipChanged}. */
public record ChangeMembership(
        @MayBeAbsent LocalDate effectiveDate,
        @MayBeAbsent DocumentRef document,
        CommunityId community,
        List<InstitutionId> joins,
        List<InstitutionId> leaves,
        @MayBeAbsent InstitutionId lead,
        LocalDate validFrom)
        implements Command {
    static final int MOST_AT_ONCE = 200;

    public ChangeMembership {
        Form.count("joins", joins, 0, MOST_AT_ONCE);
        Form.count("leaves", leaves, 0, MOST_AT_ONCE);
        if (joins != null && leaves != null) {
            Set<InstitutionId> all = new HashSet<>(joins);
            all.addAll(leaves);
            if (all.size() < joins.size() + leaves.size()) {
                throw new IllegalArgumentException("joins and leaves name each institution once");
            }
            if (all.isEmpty() && lead == null) {
                throw new IllegalArgumentException("joins, leaves and lead are all empty: nothing would change");
            }
        }
    }
}
