package fundtrail.query.extract;

import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.fact.AuditExtractIssued;
import fundtrail.contract.fact.AuditExtractIssued.IssuedFile;
import fundtrail.contract.fact.AuditExtractIssued.Kind;
import fundtrail.contract.id.CaseId;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.InstitutionId;
import fundtrail.query.asof.AsOf;
import fundtrail.query.http.Answer;
import fundtrail.query.http.Answer.Download;
import fundtrail.query.http.Answer.Writing;
import fundtrail.query.http.Ask;
import fundtrail.query.http.HttpProblem;
import fundtrail.query.http.ProblemCode;
import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;

/**
 * Files made of the ledger as it was known at a position. Such a file is made twice: once to be measured, so that its
 * length and SHA-256 are on record before its first byte leaves, and once to be sent; nothing of it is kept in between. An
 * answer at two clocks never changes, and where it did after all the second time, the connection is cut.
 */
public final class Extracts {
    private final OnRecord onRecord;

    /**
     * What is handed out.
     *
     * @param divisions   whose things it holds: one fact in each
     * @param institution whose things alone it holds; null where it holds others'
     * @param caseId      the case it is about; null where it is about none
     * @param query       the address at which it is made again
     * @throws HttpProblem              400 when the address is longer than can be put on record
     * @throws IllegalArgumentException without a division, as nothing would be put on record
     */
    public record What(
            Kind kind,
            Collection<DivisionCode> divisions,
            @MayBeAbsent InstitutionId institution,
            @MayBeAbsent CaseId caseId,
            String query,
            AsOf asOf) {
        public What {
            if (divisions.isEmpty()) {
                throw new IllegalArgumentException("a file of no division would be on no record");
            }
            if (query.length() > AuditExtractIssued.LONGEST_QUERY) {
                throw HttpProblem.of(ProblemCode.QUESTION_TOO_LONG, query.length(), AuditExtractIssued.LONGEST_QUERY);
            }
        }
    }

    /** Makes the whole file; answers how many facts it holds. */
    @FunctionalInterface
    public interface Making {
        long to(OutputStream out) throws IOException;
    }

    public Extracts(OnRecord onRecord) {
        this.onRecord = onRecord;
    }

    /** Measures the file, has it put on record, and hands it out. */
    public Answer handOut(Ask ask, What what, String contentType, String fileName, Making making)
            throws IOException, InterruptedException {
        var measure = new Measuring();
        long facts = making.to(measure);
        String sha256 = measure.sha256();
        var file = new IssuedFile(what.asOf().knownPosition(), what.asOf().effective(), facts, sha256);
        List<Long> positions = new ArrayList<>();
        for (DivisionCode division : what.divisions()) {
            positions.add(onRecord.file(ask, new AuditExtractIssued(
                    what.kind(), division, what.institution(), what.caseId(), what.query(), file)));
        }
        return Answer.download(contentType, new Download(fileName, sha256, measure.length, again(making, sha256), positions));
    }

    /** Breaks off before its end where it comes out otherwise than it was measured. */
    private static Writing again(Making making, String sha256) {
        return out -> {
            var check = new DigestOutputStream(out, sha256());
            making.to(check);
            if (!HexFormat.of().formatHex(check.getMessageDigest().digest()).equals(sha256)) {
                throw new IOException("the file came out otherwise than it was put on record");
            }
        };
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }

    /** Takes the measure of what is written, and keeps nothing of it. */
    private static final class Measuring extends OutputStream {
        private final MessageDigest digest = Extracts.sha256();
        private long length;

        @Override
        public void write(int one) {
            digest.update((byte) one);
            length++;
        }

        @Override
        public void write(byte[] bytes, int from, int count) {
            digest.update(bytes, from, count);
            length += count;
        }

        String sha256() {
            return HexFormat.of().formatHex(digest.digest());
        }
    }
}
