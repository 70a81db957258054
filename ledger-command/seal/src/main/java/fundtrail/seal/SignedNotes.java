package fundtrail.seal;

import fundtrail.proofs.Checkpoint;
import fundtrail.proofs.Hash;
import fundtrail.proofs.Note;
import fundtrail.proofs.NoteSignature;
import fundtrail.proofs.VerifierKey;
import fundtrail.proofs.stored.StoredLog.KeyChange;
import java.util.ArrayList;
import java.util.List;

/** Stored checkpoints against the keys that are recorded: what each says, who signed and who cosigned it. */
final class SignedNotes {
    private final List<KeyChange> changes;

    SignedNotes(List<KeyChange> changes) {
        this.changes = List.copyOf(changes);
    }

    /** What is wrong with the note of a checkpoint whose columns say this; a sentence each. */
    List<String> faults(long size, Hash root, String stored) {
        List<String> faults = new ArrayList<>();
        try {
            Note note = Note.of(stored);
            Checkpoint said = Checkpoint.of(note.text());
            List<VerifierKey> keys = inUse(size);
            if (said.size() != size || !said.root().equals(root) || keys.stream().anyMatch(key -> !key.name().equals(said.origin()))) {
                faults.add("the checkpoint of " + size + " is not the one in its note: " + note.text().strip().replace("\n", " "));
            }
            if (keys.isEmpty()) {
                faults.add("the checkpoint of " + size + " is signed, and no key in use then is recorded");
            }
            List<VerifierKey> signers = note.signers(keys);
            keys.stream().filter(key -> !signers.contains(key))
                    .forEach(key -> faults.add("the checkpoint of " + size + " is not signed with " + key + ", which was in use"));
        } catch (IllegalArgumentException wrong) {
            faults.add("the checkpoint of " + size + ": " + wrong.getMessage());
        }
        return faults;
    }

    /** The keys that sign a checkpoint of this size: a change counts for checkpoints beyond the last one before it. */
    private List<VerifierKey> inUse(long size) {
        return Sealing.inUse(changes.stream().filter(change -> change.size() < size).toList()).stream().map(VerifierKey::of).toList();
    }

    List<String> cosignatureFaults(long size, String note, String witness, String line) {
        try {
            Note cosigned = new Note(Note.of(note).text(), List.of(NoteSignature.of(line)));
            if (!cosigned.signers(List.of(VerifierKey.of(witness))).isEmpty()) {
                return List.of();
            }
        } catch (IllegalArgumentException wrong) {
            return List.of("the cosignature of " + witness + " on the checkpoint of " + size + ": " + wrong.getMessage());
        }
        return List.of("the cosignature on the checkpoint of " + size + " is not of " + witness);
    }
}
