package fundtrail.load.hammer;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Books that are sound until something is planted in them. */
final class PlantedBooks implements Books {
    static final String AT = "2026-03-01T01:00:00.000000Z";

    final List<String> entries = new ArrayList<>();
    /** By how much the cash is off. */
    long off;
    boolean balanced = true;
    /** Over which entry all hashes are; {@code null} for each its own. */
    String hashOf;

    private final Model model;

    PlantedBooks(Model model) {
        this.model = model;
    }

    void record(Wish wish, long position) {
        StringBuilder lines = new StringBuilder();
        new TreeMap<>(Model.effect(wish)).forEach((account, fen) -> lines.append(lines.isEmpty() ? "" : ",")
                .append("{\"book\":\"").append(account.matches("TREASURY_CASH|ADVANCES|INFLOW") ? "FUND" : "BUDGET")
                .append("\",\"account\":\"").append(account).append("\",\"division\":\"330521\",\"budgetYear\":2026,\"fundSource\":\"CEN\",\"side\":\"")
                .append(fen > 0 ? "D" : "C").append("\",\"amount\":\"").append(wish.yuan()).append("\"}"));
        entries.add("{\"position\":%d,\"recordedAt\":\"%s\",\"type\":\"%s\",\"effectiveDate\":\"%s\",\"actor\":\"%s\",\"key\":\"%s\",\"lines\":[%s]}"
                .formatted(position, AT, wish.kind().fact, wish.effective(), wish.person(), wish.key(), lines));
    }

    void add(String entry) {
        entries.add(entry);
    }

    void replace(int position, String pattern, String by) {
        entries.set(position, entries.get(position).replaceAll(pattern, by));
    }

    @Override
    public long head(long after) {
        return entries.size() - 1;
    }

    @Override
    public Stored stored(long position) {
        String entry = entries.get((int) position);
        return new Stored(entry, leafHash(hashOf == null ? entry : hashOf));
    }

    @Override
    public Map<String, Long> balances(LocalDate effective, long known) {
        Map<String, Long> balances = new TreeMap<>(model.balances(effective, known));
        if (off != 0) {
            balances.merge("TREASURY_CASH", off, Long::sum);
            balances.merge("INFLOW", -off, Long::sum);
        }
        return balances;
    }

    @Override
    public boolean isBalanced(LocalDate effective, long known) {
        return balanced;
    }

    private static String leafHash(String entry) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256")
                    .digest(("\0" + entry).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
