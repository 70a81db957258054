package fundtrail.query.entity;

import fundtrail.contract.fact.LedgerOpened.Division;
import fundtrail.contract.fact.LedgerOpened.Purpose;
import java.time.ZoneId;
import java.util.List;

/** The ledger itself. There is one, under {@link #ID}. */
public record Ledger(String ledgerId, List<Division> divisions, String origin, Purpose purpose, ZoneId timeZone) {
    public static final String ID = "ledger";
}
