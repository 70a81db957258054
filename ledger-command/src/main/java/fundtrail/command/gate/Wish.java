package fundtrail.command.gate;

import fundtrail.command.decide.Command;
import fundtrail.contract.Digest;
import fundtrail.contract.Json;
import fundtrail.contract.id.PersonRef;
import fundtrail.contract.id.ProposalId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * What surrounds a command on its way into the lane.
 *
 * @param person         whose wish it is, as the token said and the registry confirmed
 * @param key            the person's idempotency key, 1 to 128 characters
 * @param hash           {@link #hash} of the command
 * @param rehearsalClock the recordedAt asked for, in a rehearsal; else {@code null}
 * @param correlation    the request's correlation id
 * @param proposal       the id a proposal would get, drawn at the door
 * @param registryHash   the hash of the person's row in the people registry as it is now
 */
public record Wish(
        PersonRef person,
        String key,
        String hash,
        Instant rehearsalClock,
        String correlation,
        ProposalId proposal,
        String registryHash) {

    /** SHA-256 over the command's name, a line feed and its canonical body: what was asked, to the letter. */
    public static String hash(Command command) {
        byte[] name = (command.getClass().getSimpleName() + "\n").getBytes(StandardCharsets.UTF_8);
        return Digest.sha256(name, Json.canonical(command));
    }

    /** As the metadata of a command message. */
    public Map<String, String> metadata() {
        Map<String, String> metadata = new HashMap<>();
        metadata.put("person", person.value());
        metadata.put("key", key);
        metadata.put("wishHash", hash);
        metadata.put("correlation", correlation);
        metadata.put("proposal", proposal.value());
        metadata.put("registryHash", registryHash);
        if (rehearsalClock != null) {
            metadata.put("rehearsalClock", rehearsalClock.toString());
        }
        return metadata;
    }

    /** What {@link #metadata} wrote. */
    public static Wish of(Map<String, String> metadata) {
        String clock = metadata.get("rehearsalClock");
        return new Wish(
                new PersonRef(metadata.get("person")),
                metadata.get("key"),
                metadata.get("wishHash"),
                clock == null ? null : Instant.parse(clock),
                metadata.get("correlation"),
                new ProposalId(metadata.get("proposal")),
                metadata.get("registryHash"));
    }
}
