package fundtrail.command.people;

import com.fasterxml.jackson.annotation.JsonIgnore;
import fundtrail.contract.Digest;
import fundtrail.contract.Json;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.Text;
import fundtrail.people.Particulars;
import java.nio.charset.StandardCharsets;

/**
 * Who a person is, as the registry keeps it.
 *
 * @param employeeNumber one number, one natural person
 * @param issuer         who issues the person's tokens; absent for the installation's own issuer
 * @param subject        the tokens' subject
 */
public record RegistryRow(String name, String post, String employeeNumber, @MayBeAbsent String issuer, String subject) {
    public RegistryRow {
        Text.required("name", name, 60);
        Text.required("post", post, 60);
        Text.required("employeeNumber", employeeNumber, 40);
        Text.optional("issuer", issuer, 300);
        Text.required("subject", subject, 255);
    }

    static RegistryRow of(Particulars kept) {
        return new RegistryRow(kept.name(), kept.post(), kept.employeeNumber(), kept.issuer(), kept.subject());
    }

    Particulars with(String salt) {
        return new Particulars(name, post, employeeNumber, issuer, subject, salt);
    }

    RegistryRow issuedBy(String installation) {
        return issuer != null ? this : new RegistryRow(name, post, employeeNumber, installation, subject);
    }

    /** SHA-256 over salt and canonical row: what the log says of it. */
    @JsonIgnore
    public String hash(String salt) {
        return Digest.sha256(salt.getBytes(StandardCharsets.UTF_8), Json.canonical(this));
    }

    /** Says nothing, so that no log does. */
    @Override
    public String toString() {
        return "a row of the people registry";
    }
}
