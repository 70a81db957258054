package fundtrail.command.gate;

import fundtrail.command.decide.Decision.Refused;
import fundtrail.command.propose.Contents;
import fundtrail.contract.DocumentRef;
import fundtrail.contract.Fact;
import fundtrail.contract.Signature;
import fundtrail.contract.fact.CommandRefused;
import fundtrail.contract.id.ProposalId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** What the gate says to a wish. */
public sealed interface Ruling {

    /** The wish was asked before with this key, and led to these facts. */
    record AskedBefore(long firstPosition, long lastPosition) implements Ruling {}

    /**
     * The wish is refused.
     *
     * @param recorded refusals to be recorded, each the first of its day
     * @param repeated how many more would have been, had they not been recorded that day or come above its number
     */
    record Refuse(Refused refused, Instant recordedAt, LocalDate today, List<CommandRefused> recorded, int repeated)
            implements Ruling {}

    /** Whether the step may be taken cannot be said before its proposal's content is brought along. */
    record ContentNeeded(Contents.Place place, String command) implements Ruling {}

    /** Facts to be recorded in one append, each with what surrounds it. */
    record Record(Instant recordedAt, List<Signed> facts) implements Ruling {}

    /**
     * A fact under its signatures.
     *
     * @param concerns the day of a closed period that it corrects; else {@code null}
     */
    record Signed(
            Fact fact,
            LocalDate effectiveDate,
            LocalDate concerns,
            List<Signature> signatures,
            ProposalId causation,
            DocumentRef document) {

        /** Of a fact that corrects nothing of a closed period. */
        public Signed(
                Fact fact, LocalDate effectiveDate, List<Signature> signatures, ProposalId causation, DocumentRef document) {
            this(fact, effectiveDate, null, signatures, causation, document);
        }
    }
}
