package fundtrail.client.fsck;

import fundtrail.client.fsck.Difference.Found;
import fundtrail.client.fsck.Difference.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the balances of a sound ledger always are to one another, looked at after every fact. */
final class Identities {
    /** Never below zero, by these dimensions; debits are positive, so of a credit account the sign is turned. */
    private record NeverBelow(String account, boolean credit, List<String> by) {}

    private static final List<String> OF_A_SOURCE = List.of("division", "budgetYear", "fundSource");
    private static final List<String> OF_AN_INSTITUTION = List.of("division", "budgetYear", "fundSource", "institution", "programme");
    private static final List<String> OF_A_DIVISION = List.of("division");
    private static final List<String> OF_AN_ALLOTMENT = List.of("division", "budgetYear", "fundSource", "allotment");

    private static final List<NeverBelow> NEVER_BELOW = List.of(
            new NeverBelow("TREASURY_CASH", false, OF_A_SOURCE),
            new NeverBelow("RECOVERY_HOLDING", false, OF_A_SOURCE),
            new NeverBelow("RESERVE_CASH", false, OF_A_DIVISION),
            new NeverBelow("ADVANCES", false, OF_AN_INSTITUTION),
            new NeverBelow("SETTLEMENT_RECEIVABLE", false, OF_AN_INSTITUTION),
            new NeverBelow("SETTLEMENT_PAYABLE", true, OF_AN_INSTITUTION),
            new NeverBelow("CLAWBACK_RECEIVABLE", false, OF_AN_INSTITUTION),
            new NeverBelow("REFUND_DUE", true, OF_AN_INSTITUTION),
            new NeverBelow("AUTHORITY", false, OF_A_SOURCE),
            new NeverBelow("UNALLOTTED", true, OF_A_SOURCE),
            new NeverBelow("ALLOTTED", true, OF_AN_ALLOTMENT),
            new NeverBelow("RESERVED", true, OF_AN_ALLOTMENT),
            new NeverBelow("EXPENDED", true, OF_AN_ALLOTMENT),
            new NeverBelow("WITHDRAWN", true, OF_AN_ALLOTMENT));

    private final Map<List<String>, Long> sums = new HashMap<>();
    private final Set<String> divisions = new HashSet<>();

    /** @throws Found when after this fact one of them no longer holds */
    void hold(long position, Collection<Posted> lines) {
        Set<List<String>> touched = new HashSet<>();
        for (Posted line : lines) {
            for (NeverBelow rule : NEVER_BELOW) {
                if (rule.account().equals(line.of("account"))) {
                    touched.add(add(rule.account(), rule.by(), line, rule.credit() ? -line.fen() : line.fen()));
                }
            }
            if (line.of("account").equals("RISK_RESERVE")) {
                divisions.add(line.of("division"));
                add("RISK_RESERVE", OF_A_DIVISION, line, -line.fen());
            }
        }
        for (List<String> key : touched) {
            if (sums.get(key) < 0) {
                throw new Found(Kind.IDENTITY, position, String.join(" ", key) + " ≥ 0", Posted.yuan(sums.get(key)), "≥ 0.00");
            }
        }
        for (String division : lines.isEmpty() ? Set.<String>of() : divisions) {
            long reserve = sums.getOrDefault(List.of("RISK_RESERVE", division), 0L);
            long cash = sums.getOrDefault(List.of("RESERVE_CASH", division), 0L);
            if (reserve != cash) {
                throw new Found(Kind.IDENTITY, position, "RISK_RESERVE = RESERVE_CASH " + division, Posted.yuan(cash), Posted.yuan(reserve));
            }
        }
    }

    private List<String> add(String account, List<String> by, Posted line, long fen) {
        List<String> key = new ArrayList<>(List.of(account));
        by.forEach(dimension -> key.add(line.of(dimension)));
        sums.merge(key, fen, Math::addExact);
        return key;
    }
}
