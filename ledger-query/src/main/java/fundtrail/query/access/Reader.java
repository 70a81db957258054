package fundtrail.query.access;

import fundtrail.contract.id.PersonRef;
import java.util.List;

/**
 * Who reads, as the ledger knows them at this moment.
 *
 * @param name  as registered; null where the registry's row is gone
 * @param post  as registered; null where the registry's row is gone
 * @param roles    the roles held now
 * @param reaching the same at each institution they reach
 */
public record Reader(PersonRef person, String name, String post, List<HeldRole> roles, List<HeldRole> reaching, Scope scope) {
    public Reader {
        roles = List.copyOf(roles);
        reaching = List.copyOf(reaching);
    }
}
