package fundtrail.load.hammer;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a ledger must say, worked out from what it acknowledged by a few rules written down anew here: nothing is shared
 * with the ledger's own decisions, lines or projections. Safe for use by many threads.
 */
final class Model {
    private final Map<String, Long> before = new TreeMap<>();
    private final List<Given> given = new ArrayList<>();

    /** Amounts in whole yuan. @param paid what was allotted, reserved and paid out of it */
    Model(long budget, long received, long allotted, long paid) {
        long fen = 100;
        before.put("AUTHORITY", budget * fen);
        before.put("UNALLOTTED", (allotted - budget) * fen);
        before.put("ALLOTTED", (paid - allotted) * fen);
        before.put("RESERVED", 0L);
        before.put("EXPENDED", -paid * fen);
        before.put("INFLOW", -received * fen);
        before.put("TREASURY_CASH", (received - paid) * fen);
        before.put("ADVANCES", paid * fen);
    }

    synchronized void acknowledged(Given one) {
        given.add(one);
    }

    synchronized List<Given> given() {
        return List.copyOf(given);
    }

    synchronized int size() {
        return given.size();
    }

    /** Debit less credit of each account, in fen: what counts by that date, of what was recorded up to that position. */
    Map<String, Long> balances(LocalDate effective, long known) {
        Map<String, Long> balances = new TreeMap<>(before);
        for (Given one : given()) {
            if (one.last() <= known && !one.wish().effective().isAfter(effective)) {
                effect(one.wish()).forEach((account, fen) -> balances.merge(account, fen, Long::sum));
            }
        }
        balances.values().removeIf(fen -> fen == 0);
        return balances;
    }

    /** What a wish moves: money received is cash, owed to nobody; money that came back is cash and may be paid again. */
    static Map<String, Long> effect(Wish wish) {
        long fen = wish.fen();
        return switch (wish.kind()) {
            case RECEIPT -> Map.of("TREASURY_CASH", fen, "INFLOW", -fen);
            case RETURN -> Map.of("TREASURY_CASH", fen, "ADVANCES", -fen, "EXPENDED", fen, "ALLOTTED", -fen);
            case CONFIRMATION -> Map.of();
        };
    }
}
