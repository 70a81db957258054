package fundtrail.command.gate;

import fundtrail.command.gate.Rights.Found.Right;
import fundtrail.command.known.Known;
import fundtrail.contract.fact.AuthorityMatrixSet.Row;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.PersonRef;
import java.time.LocalDate;
import java.util.List;

/** Who could sign what, for those who must know before there is a wish. */
public final class Signers {
    private Signers() {}

    /** Whether the person could be one of the command's hands in the division today, whatever the amount. */
    public static boolean include(PersonRef person, String command, DivisionCode division, LocalDate today, Known known) {
        Row row = known.rules().authority(command);
        Rights rights = new Rights(known, today, command, division, null, null, List.of(), null);
        return row != null && row.hands().stream().anyMatch(hand -> rights.of(person, hand) instanceof Right);
    }
}
