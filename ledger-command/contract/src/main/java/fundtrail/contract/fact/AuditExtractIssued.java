package fundtrail.contract.fact;

import fundtrail.contract.Fact;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.Tag;
import fundtrail.contract.Tags;
import fundtrail.contract.Text;
import fundtrail.contract.id.CaseId;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.InstitutionId;
import java.time.LocalDate;
import java.util.Set;

/**
 * 审计取数: something of the ledger was handed out to its actor, or a case file was opened. Recorded before it is handed out:
 * who read what is as much on record as who posted it.
 *
 * @param division    whose things it holds; one that holds several divisions' is recorded once in each
 * @param institution whose things alone it holds; may be absent
 * @param caseId      the case it is about; of a case file never absent, else it may be
 * @param query       what was asked, as an address of the reading side: path and parameters
 * @param file        the file that was handed out; absent for what is read and not taken away
 */
public record AuditExtractIssued(
        Kind kind,
        DivisionCode division,
        @MayBeAbsent InstitutionId institution,
        @MayBeAbsent CaseId caseId,
        String query,
        @MayBeAbsent IssuedFile file)
        implements Fact {
    /** The longest query there is. */
    public static final int LONGEST_QUERY = 2000;

    /** What was handed out. */
    public enum Kind {
        /** A plain-text accounting journal. */
        JOURNAL,
        /** Facts as stored bytes with their proofs. */
        EVIDENCE_PACK,
        /** A case file, opened for the first time that day by this person. */
        CASE_FILE,
        /** Facts as stored bytes, in the bundles of the log of proofs, read for the first time that day by this auditor of the division. */
        STORED_BYTES;

        /** Whether it is read and not taken away: there is no file of it. */
        public boolean isRead() {
            return this == CASE_FILE || this == STORED_BYTES;
        }
    }

    /** @throws IllegalArgumentException when what is read is a file, what is taken away is none, or a case file is of no case */
    public static void requireWhole(Kind kind, CaseId caseId, IssuedFile file) {
        if (kind.isRead() != (file == null) || kind == Kind.CASE_FILE && caseId == null) {
            throw new IllegalArgumentException(
                    "a case file names its case, and neither it nor stored bytes are a file to take away; every other extract is one");
        }
    }

    /**
     * A file of which every byte follows from the query and the two clocks.
     *
     * @param knownPosition what was known when it was made: everything up to this position
     * @param effective     the last day that counts in it
     * @param facts         how many facts it holds, 0 or more
     * @param sha256        of its bytes
     */
    public record IssuedFile(long knownPosition, LocalDate effective, long facts, String sha256) {
        public IssuedFile {
            if (knownPosition < 0 || facts < 0 || facts > knownPosition + 1) {
                throw new IllegalArgumentException("a file holds from 0 to all of the facts known at a position");
            }
            if (effective == null) {
                throw new IllegalArgumentException("a file says the last day that counts in it");
            }
            Text.sha256("file", sha256);
        }
    }

    public AuditExtractIssued {
        if (kind == null || division == null) {
            throw new IllegalArgumentException("an extract needs its kind and its division");
        }
        requireWhole(kind, caseId, file);
        Text.required("query", query, LONGEST_QUERY);
    }

    @Override
    public Set<Tag> tags() {
        return Tags.of(Tags.DIVISION, division).and(Tags.INSTITUTION, institution).and(Tags.CASE, caseId).set();
    }
}
