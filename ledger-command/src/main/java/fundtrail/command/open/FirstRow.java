package fundtrail.command.open;

import fundtrail.command.people.RegistryRow;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.Text;

/**
 * One of the first two, as an opening file writes a row of the people registry.
 *
 * @param issuer  in a rehearsal, the issuer of the person's tokens; absent: the installation's own. Never in production
 * @param subject in a rehearsal, the tokens' subject. Never in production: there the person's own token says it
 */
public record FirstRow(
        String name, String post, String employeeNumber, @MayBeAbsent String issuer, @MayBeAbsent String subject) {
    public FirstRow {
        Text.required("name", name, 60);
        Text.required("post", post, 60);
        Text.required("employeeNumber", employeeNumber, 40);
    }

    boolean namesSignIn() {
        return issuer != null || subject != null;
    }

    RegistryRow asWritten() {
        return signingInAs(issuer, subject);
    }

    RegistryRow signingInAs(String boundIssuer, String boundSubject) {
        return new RegistryRow(name, post, employeeNumber, boundIssuer, boundSubject);
    }
}
