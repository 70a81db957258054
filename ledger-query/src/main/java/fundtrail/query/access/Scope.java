package fundtrail.query.access;

import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.InstitutionId;
import java.util.Set;

/**
 * What one person may see: the one thing every read is cut to.
 *
 * @param circles      the circles of {@link Circles} the person belongs to; a fact or a version is shown when one of
 *                     its own is among them
 * @param divisions    whose lines are seen whole
 * @param institutions whose lines are seen, as beneficiary
 * @param auditor      sees entries as they are stored
 * @param keeper       sees the people registry's references
 */
public record Scope(
        Set<String> circles,
        Set<DivisionCode> divisions,
        Set<InstitutionId> institutions,
        boolean auditor,
        boolean keeper) {
    public Scope {
        circles = Set.copyOf(circles);
        divisions = Set.copyOf(divisions);
        institutions = Set.copyOf(institutions);
    }

    public boolean serves(Audience audience) {
        return switch (audience) {
            case ANYONE -> true;
            case READERS -> !circles.isEmpty();
            case BUREAU -> !divisions.isEmpty();
            case AUDITORS -> auditor;
            case KEEPERS_OF_PEOPLE -> keeper;
        };
    }
}
