package fundtrail.client.seed;

import fundtrail.contract.Money;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * What the pack must add up to, worked out from its amounts and its story alone: no ledger, no posting, no line is
 * involved. {@code end} is as known at the end; the others as known at the end of that day.
 */
final class Expected {
    /** How far the story is. */
    private enum Stage {
        /** Allotted. */
        KNOWN_2026_01_14("2026-01-14"),
        /** Approved: every row of the batch is reserved. */
        KNOWN_2026_01_15("2026-01-15"),
        /** Executed: the held centre's rows are released, all others paid. */
        KNOWN_2026_01_19("2026-01-19"),
        /** One payment came back; the ledger learned it a day later. */
        END("end");

        private final String file;

        Stage(String file) {
            this.file = file;
        }
    }

    private Expected() {}

    static Map<String, String> files() {
        Map<String, String> files = new LinkedHashMap<>();
        for (Stage stage : Stage.values()) {
            files.put("expected/institutions-" + stage.file + ".csv", institutions(stage));
            files.put("expected/sources-" + stage.file + ".csv", sources(stage));
        }
        return files;
    }

    private static String institutions(Stage stage) {
        StringBuilder csv = new StringBuilder("institution,allotted,reserved,expended,available,advances\n");
        for (Centre centre : Centre.ALL) {
            csv.append(row(centre.id(),
                    overSources(centre, Centre::allotted),
                    overSources(centre, (one, source) -> reserved(stage, one, source)),
                    overSources(centre, (one, source) -> paid(stage, one, source)),
                    overSources(centre, (one, source) -> one.allotted(source)
                            .minus(reserved(stage, one, source))
                            .minus(paid(stage, one, source))),
                    overSources(centre, (one, source) -> paid(stage, one, source))));
        }
        return csv.toString();
    }

    private static String sources(Stage stage) {
        StringBuilder csv = new StringBuilder("source,budgetYear,authority,unallotted,allotted,reserved,expended,available,received,paid,cash\n");
        for (Source source : Source.values()) {
            Money allotted = overCentres(source, Centre::allotted);
            Money reserved = overCentres(source, (centre, one) -> reserved(stage, centre, one));
            Money paid = overCentres(source, (centre, one) -> paid(stage, centre, one));
            Money received = Money.sum(source.receipts);
            csv.append(row(source.name() + ",2026", source.budget, source.budget.minus(allotted), allotted, reserved, paid,
                    allotted.minus(reserved).minus(paid), received, paid, received.minus(paid)));
        }
        return csv.toString();
    }

    private static Money reserved(Stage stage, Centre centre, Source source) {
        return stage == Stage.KNOWN_2026_01_15 ? centre.advance(source) : Money.ZERO;
    }

    /** Paid and not come back. */
    private static Money paid(Stage stage, Centre centre, Source source) {
        boolean executed = stage == Stage.KNOWN_2026_01_19 || stage == Stage.END;
        boolean cameBack = stage == Stage.END && DisbursementBatchPack.isReturned(centre, source);
        return executed && !cameBack && centre != DisbursementBatchPack.HELD ? centre.advance(source) : Money.ZERO;
    }

    private static Money overSources(Centre centre, BiFunction<Centre, Source, Money> amount) {
        Money sum = Money.ZERO;
        for (Source source : Source.values()) {
            sum = sum.plus(amount.apply(centre, source));
        }
        return sum;
    }

    private static Money overCentres(Source source, BiFunction<Centre, Source, Money> amount) {
        return Money.sum(Centre.ALL.stream().map(centre -> amount.apply(centre, source)).toList());
    }

    private static String row(String first, Money... amounts) {
        StringBuilder row = new StringBuilder(first);
        for (Money amount : amounts) {
            row.append(',').append(amount);
        }
        return row.append('\n').toString();
    }
}
