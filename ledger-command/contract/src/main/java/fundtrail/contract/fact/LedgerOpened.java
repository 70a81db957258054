package fundtrail.contract.fact;

import fundtrail.contract.Fact;
import fundtrail.contract.Tag;
import fundtrail.contract.Text;
import fundtrail.contract.id.DivisionCode;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

/**
 * 建账: position 0, once, unchangeable.
 *
 * @param divisions whose books this installation keeps
 * @param origin    the name of the log of proofs and of its keys, a URL without its scheme: no white space, no plus sign (C2SP
 *                  signed-note); a rehearsal's says so
 * @param timeZone  the zone of all calendar dates
 */
public record LedgerOpened(String ledgerId, List<Division> divisions, String origin, Purpose purpose, ZoneId timeZone)
        implements Fact {

    /** A division (区划) and its name. */
    public record Division(DivisionCode code, String name) {
        public Division {
            Text.required("division name", name, 80);
        }
    }

    /** A production ledger (正式账), or a rehearsal (演练账) with made-up people and a clock of its own. */
    public enum Purpose {
        PRODUCTION,
        REHEARSAL
    }

    public LedgerOpened {
        Text.required("ledger id", ledgerId, 64);
        Text.required("origin", origin, 120);
        if (origin.codePoints().anyMatch(c -> c == '+' || Character.isWhitespace(c) || Character.isSpaceChar(c))) {
            throw new IllegalArgumentException("the origin names keys, so it has no white space and no \"+\"");
        }
        divisions = List.copyOf(divisions);
        if (divisions.isEmpty()) {
            throw new IllegalArgumentException("a ledger keeps the books of at least one division");
        }
        if (purpose == null || timeZone == null) {
            throw new IllegalArgumentException("a ledger needs its purpose and its time zone");
        }
    }

    @Override
    public Set<Tag> tags() {
        return Set.of();
    }
}
