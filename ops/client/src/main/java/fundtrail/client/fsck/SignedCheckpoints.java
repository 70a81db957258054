package fundtrail.client.fsck;

import fundtrail.client.fsck.Difference.Found;
import fundtrail.client.fsck.Difference.Kind;
import fundtrail.proofs.Checkpoint;
import fundtrail.proofs.Note;
import fundtrail.proofs.VerifierKey;
import java.util.List;

/** Reads checkpoints that somebody else holds out. */
final class SignedCheckpoints {
    private SignedCheckpoints() {}

    /** @throws Found when it is none, or not signed with the key of the log it names */
    static Checkpoint verified(String note, String verifierKey) {
        try {
            Note signed = Note.of(note);
            Checkpoint checkpoint = Checkpoint.of(signed.text());
            VerifierKey key = VerifierKey.of(verifierKey);
            if (key.name().equals(checkpoint.origin()) && !signed.signers(List.of(key)).isEmpty()) {
                return checkpoint;
            }
        } catch (IllegalArgumentException unusable) {
            throw new Found(Kind.CHECKPOINT, -1, "/checkpoint: " + unusable.getMessage(), note, verifierKey);
        }
        throw new Found(Kind.CHECKPOINT, -1, "/checkpoint", note, verifierKey);
    }
}
