package fundtrail.proofs;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * A signed note (C2SP signed-note).
 *
 * @param text       ends in a line feed; what is signed
 * @param signatures those of keys the reader does not know included
 */
public record Note(String text, List<NoteSignature> signatures) {
    /** More signatures nobody need read. */
    private static final int MOST_SIGNATURES = 100;

    public Note {
        signatures = List.copyOf(signatures);
        if (!text.endsWith("\n") || text.chars().anyMatch(c -> c < 0x20 && c != '\n' || c == 0x7F)) {
            throw new IllegalArgumentException("a note's text ends in a line feed and has no other control characters");
        }
    }

    /** @throws IllegalArgumentException when these bytes are no signed note; says why */
    public static Note of(byte[] bytes) {
        return of(new String(bytes, StandardCharsets.UTF_8));
    }

    /** @throws IllegalArgumentException when this is no signed note; says why */
    public static Note of(String note) {
        int end = note.lastIndexOf("\n\n");
        if (end < 0 || !note.endsWith("\n") || end + 2 == note.length()) {
            throw new IllegalArgumentException("this is no signed note: no signature lines follow an empty line");
        }
        List<NoteSignature> signatures = new ArrayList<>();
        for (String line : note.substring(end + 2, note.length() - 1).split("\n", -1)) {
            signatures.add(NoteSignature.of(line));
            if (signatures.size() > MOST_SIGNATURES) {
                throw new IllegalArgumentException("this note has more than " + MOST_SIGNATURES + " signatures");
            }
        }
        return new Note(note.substring(0, end + 1), signatures);
    }

    /**
     * The signatures by the keys given.
     *
     * @return none where no key of these signed it
     * @throws IllegalArgumentException when a signature that says it is by one of these keys is not: the whole note is then
     *                                  worth nothing
     */
    public List<VerifierKey> signers(Collection<VerifierKey> keys) {
        List<VerifierKey> found = new ArrayList<>();
        for (VerifierKey key : keys) {
            for (NoteSignature signature : signatures) {
                if (key.isNamedBy(signature)) {
                    if (!key.verifies(text, signature)) {
                        throw new IllegalArgumentException("the signature of " + key.name() + " on this note is false");
                    }
                    found.add(key);
                    break;
                }
            }
        }
        return found;
    }

    /** The same note with more signatures under it. */
    public Note with(List<NoteSignature> more) {
        List<NoteSignature> all = new ArrayList<>(signatures);
        more.stream().filter(signature -> !all.contains(signature)).forEach(all::add);
        return new Note(text, all);
    }

    /** The note as it is sent and kept. */
    @Override
    public String toString() {
        StringBuilder note = new StringBuilder(text).append('\n');
        signatures.forEach(signature -> note.append(signature.line()).append('\n'));
        return note.toString();
    }
}
