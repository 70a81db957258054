package fundtrail.query.access;

import fundtrail.contract.id.PersonRef;
import java.util.List;

/**
 * Who reads, as the ledger knows them at this moment.
 *
 * @param name  as registered; null where the registry's row is gone
 * @param post  as registered; null where the registry's row is gone
 * @param roles the roles held now
 */
public record Reader(PersonRef person, String name, String post, List<HeldRole> roles, Scope scope) {
    public Reader {
        roles = List.copyOf(roles);
    }
}
