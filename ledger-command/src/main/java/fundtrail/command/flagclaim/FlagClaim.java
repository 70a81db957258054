package fundtrail.command.flagclaim;

import fundtrail.command.decide.Command;
import fundtrail.command.decide.Form;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.Text;
import fundtrail.contract.fact.AlertRef;
import fundtrail.contract.fact.ClaimFlagged;
import fundtrail.contract.fact.FraudType;
import fundtrail.contract.id.ClaimId;
import fundtrail.contract.id.InstitutionId;
import fundtrail.contract.id.ProgrammeCode;
import java.time.LocalDate;

/**
 * Flags a claim as suspected. Fields as in {@link ClaimFlagged}; whose claim it is and of which year follows from its
 * report. Heads of a capitation payment become a claim by being flagged, under an id of their own.
 *
 * @param invented of heads only: absent of reported work
 */
public record FlagClaim(
        @MayBeAbsent LocalDate effectiveDate,
        ClaimId claim,
        @MayBeAbsent InventedHeads invented,
        FraudType fraud,
        String reason,
        @MayBeAbsent String evidenceHash,
        @MayBeAbsent AlertRef alert)
        implements Command {
    private static final int MOST_HEADS = 99_999_999;

    /** Heads that are suspected of not being there. @param heads 1 to {@value #MOST_HEADS} */
    public record InventedHeads(InstitutionId institution, ProgrammeCode programme, int budgetYear, int heads) {
        public InventedHeads {
            Form.budgetYear(budgetYear);
            Form.between("heads", heads, 1, MOST_HEADS);
        }
    }

    public FlagClaim {
        Form.text("reason", reason, 400);
        if (evidenceHash != null) {
            Text.sha256("evidence", evidenceHash);
        }
    }

    /** One that followed no alert. */
    public FlagClaim(
            LocalDate effectiveDate, ClaimId claim, InventedHeads invented, FraudType fraud, String reason, String evidenceHash) {
        this(effectiveDate, claim, invented, fraud, reason, evidenceHash, null);
    }
}
