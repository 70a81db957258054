package fundtrail.client.seed;

import fundtrail.contract.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the generated story adds up to, in fen, by this page's own arithmetic: no ledger, posting or line is involved.
 * The generator asks it what is left; the pack's {@code expected/} is written from it.
 */
final class CountyBooks {
    /** What moved, by how much; a correction moves it back. */
    private enum Part { AUTHORITY, ALLOTTED, RESERVED, PAID, RECEIVED }

    /** As counted until one day, and known at the end of one; {@code null} for the end of the story. */
    private record Moment(String name, LocalDate effective, LocalDate known) {
        boolean has(LocalDate effectiveDay, LocalDate recordedDay) {
            return (effective == null || !effectiveDay.isAfter(effective)) && (known == null || !recordedDay.isAfter(known));
        }
    }

    private static final class Sums {
        final Map<String, long[]> bySource = new TreeMap<>();
        final Map<String, long[]> byInstitution = new TreeMap<>();

        private static void add(Map<String, long[]> sums, String key, Part part, long fen) {
            long[] row = sums.computeIfAbsent(key, one -> new long[Part.values().length]);
            row[part.ordinal()] = Math.addExact(row[part.ordinal()], fen);
        }

        private static long of(Map<String, long[]> sums, String key, Part part) {
            long[] row = sums.get(key);
            return row == null ? 0 : row[part.ordinal()];
        }
    }

    private static final Moment END = new Moment("end", null, null);
    private final Map<Moment, Sums> moments = new LinkedHashMap<>();
    /** By the institution that ended, the one it went on in. */
    private final Map<String, String> successors = new HashMap<>();

    CountyBooks() {
        moments.put(END, new Sums());
    }

    /** The story is also added up as it was known at the end of this day. */
    CountyBooks knownOn(LocalDate day) {
        moments.put(new Moment(day.toString(), day, day), new Sums());
        return this;
    }

    /** And as it counts on this day by all that was learned later. */
    CountyBooks effectiveOn(LocalDate day) {
        moments.put(new Moment(day + "-known-end", day, null), new Sums());
        return this;
    }

    void approved(int year, CountySource source, long fen, LocalDate effective, LocalDate recorded) {
        move(Part.AUTHORITY, year, source, null, fen, effective, recorded);
    }

    void received(int year, CountySource source, long fen, LocalDate effective, LocalDate recorded) {
        move(Part.RECEIVED, year, source, null, fen, effective, recorded);
    }

    void allotted(CountyAllotment allotment, long fen, LocalDate effective, LocalDate recorded) {
        move(Part.ALLOTTED, allotment, fen, effective, recorded);
    }

    void reserved(CountyAllotment allotment, long fen, LocalDate effective, LocalDate recorded) {
        move(Part.RESERVED, allotment, fen, effective, recorded);
    }

    /** Paid, or come back when below zero. */
    void paid(CountyAllotment allotment, long fen, LocalDate effective, LocalDate recorded) {
        move(Part.PAID, allotment, fen, effective, recorded);
    }

    /** What a source has not allotted yet, as known now. */
    long unallotted(int year, CountySource source) {
        return at(year, source, Part.AUTHORITY) - at(year, source, Part.ALLOTTED);
    }

    long cash(int year, CountySource source) {
        return at(year, source, Part.RECEIVED) - at(year, source, Part.PAID);
    }

    private long at(int year, CountySource source, Part part) {
        return Sums.of(moments.get(END).bySource, source + "," + year, part);
    }

    /** What stands in the name of an institution stands in its successor's, and so does all that comes after. */
    void merged(CountyInstitution from, CountyInstitution into, LocalDate effective, LocalDate recorded) {
        long[] row = moments.get(END).byInstitution.getOrDefault(from.id(), new long[Part.values().length]).clone();
        moments.forEach((moment, sums) -> {
            for (Part part : Part.values()) {
                if (moment.has(effective, recorded) && row[part.ordinal()] != 0) {
                    Sums.add(sums.byInstitution, from.id(), part, -row[part.ordinal()]);
                    Sums.add(sums.byInstitution, into.id(), part, row[part.ordinal()]);
                }
            }
        });
        successors.put(from.id(), into.id());
    }

    private void move(Part part, CountyAllotment allotment, long fen, LocalDate effective, LocalDate recorded) {
        move(part, allotment.year(), allotment.source(), allotment.institution(), fen, effective, recorded);
    }

    private void move(Part part, int year, CountySource source, CountyInstitution institution, long fen, LocalDate effective, LocalDate recorded) {
        moments.forEach((moment, sums) -> {
            if (moment.has(effective, recorded)) {
                Sums.add(sums.bySource, source + "," + year, part, fen);
                if (institution != null) {
                    Sums.add(sums.byInstitution, successors.getOrDefault(institution.id(), institution.id()), part, fen);
                }
            }
        });
    }

    /** The tables by their paths in the pack. */
    Map<String, String> files() {
        Map<String, String> files = new LinkedHashMap<>();
        moments.forEach((moment, sums) -> {
            files.put("expected/institutions-" + moment.name + ".csv", institutions(sums));
            files.put("expected/sources-" + moment.name + ".csv", sources(sums));
        });
        return files;
    }

    private static String institutions(Sums sums) {
        List<String> lines = new ArrayList<>(List.of("institution,allotted,reserved,expended,available,advances"));
        sums.byInstitution.forEach((institution, row) -> {
            long paid = row[Part.PAID.ordinal()];
            lines.add(line(institution, row[Part.ALLOTTED.ordinal()], row[Part.RESERVED.ordinal()], paid, available(row), paid));
        });
        return text(lines);
    }

    private static String sources(Sums sums) {
        List<String> lines = new ArrayList<>(List.of(
                "source,budgetYear,authority,unallotted,allotted,reserved,expended,available,received,paid,cash"));
        sums.bySource.forEach((source, row) -> {
            long authority = row[Part.AUTHORITY.ordinal()];
            long allotted = row[Part.ALLOTTED.ordinal()];
            long paid = row[Part.PAID.ordinal()];
            long received = row[Part.RECEIVED.ordinal()];
            lines.add(line(source, authority, authority - allotted, allotted, row[Part.RESERVED.ordinal()], paid, available(row),
                    received, paid, received - paid));
        });
        return text(lines);
    }

    private static long available(long[] row) {
        return row[Part.ALLOTTED.ordinal()] - row[Part.RESERVED.ordinal()] - row[Part.PAID.ordinal()];
    }

    private static String line(String first, long... fen) {
        StringBuilder line = new StringBuilder(first);
        for (long amount : fen) {
            line.append(',').append(Money.ofFen(amount));
        }
        return line.toString();
    }

    private static String text(List<String> lines) {
        return String.join("\n", lines) + "\n";
    }
}
