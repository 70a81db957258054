package fundtrail.contract.fact;

import fundtrail.contract.Fact;
import fundtrail.contract.Tag;
import fundtrail.contract.Tags;
import fundtrail.contract.Text;
import fundtrail.contract.id.PersonRef;
import java.util.Set;

/**
 * 人员登记. Name, post, employee number and token subject stand in the people registry, outside the log. Of
 * several about one person the last says which row is his; the person, and all he holds and signed, stays the same.
 *
 * @param registryHash SHA-256 over the registry's salt and canonical row: who that was can be proved later, and a row
 *                     changed behind the ledger's back signs nothing any more
 */
public record PersonRegistered(PersonRef person, String registryHash) implements Fact {
    public PersonRegistered {
        Text.sha256("registry row", registryHash);
    }

    @Override
    public Set<Tag> tags() {
        return Tags.of(Tags.PERSON, person).set();
    }
}
