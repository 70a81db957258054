package fundtrail.query.evidence;

import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.fact.LedgerOpened.Purpose;
import fundtrail.query.evidence.ControlTotals.Total;
import fundtrail.query.evidence.EvidencePack.Referral;
import java.time.LocalDate;
import java.util.List;

/**
 * What a pack says of itself, in {@code manifest.json}; see EVIDENCE.md.
 *
 * @param format      {@value #FORMAT}
 * @param verifierKey the key the checkpoint is signed with, as the ledger says it (C2SP signed-note)
 * @param query       the address the pack was asked for at, both clocks and the checkpoint's size in it
 * @param knownAt     when the last position known was recorded
 * @param referral    where the case it is of was referred to; absent of everything else
 * @param facts       how many facts it holds
 * @param positions   theirs, ascending
 * @param withheld    what belongs to a referred case and is left out, ascending; absent where no case was referred
 * @param totals      what their lines add up to
 * @param files       every other file of the pack, in its order
 */
record Manifest(
        String format,
        String ledger,
        String origin,
        Purpose purpose,
        String verifierKey,
        String query,
        long knownPosition,
        String knownAt,
        LocalDate effective,
        SealedTree checkpoint,
        @MayBeAbsent Referral referral,
        int facts,
        List<Long> positions,
        @MayBeAbsent List<Withheld> withheld,
        List<Total> totals,
        List<PackedFile> files) {
    static final String FORMAT = "fundtrail-evidence/1";

    /** @param root in base64, as in the checkpoint */
    record SealedTree(long size, String root) {}

    /** A fact that is left out. @param leafHash 64 lower-case hex digits, as its proof in the log has it */
    record Withheld(long position, String leafHash, Reason reason) {
        /** Why. */
        enum Reason {
            /** It is about institutions besides the one inquired into: a batch of payments, for instance. */
            NAMES_OTHERS
        }
    }

    /** @param sha256 64 lower-case hex digits */
    record PackedFile(String name, long bytes, String sha256) {}
}
