package fundtrail.client;

import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Option;

/** Which facts are handed out: the options that journals and evidence packs have in common. */
final class Cut {
    @Option(names = "--institution", paramLabel = "ID", description = "the facts that concern it, whole")
    private String institution;

    @Option(names = "--case", paramLabel = "ID", description = "the facts of a case and of what was clawed back in it, whole")
    private String caseId;

    @Option(names = "--positions", paramLabel = "LIST", description = "these facts, whole, such as 5,7,20-30")
    private String positions;

    @Option(names = "--from", paramLabel = "DATE",
            description = "the first day on which they count; in a journal, what was there before stands as opening balances")
    private String from;

    @Option(names = "--to", paramLabel = "DATE", description = "the last day on which they count")
    private String to;

    @Option(names = "--division", paramLabel = "CODE", description = "this division's alone; without it, of every division whose books you may read")
    private String division;

    @Option(names = "--effective", paramLabel = "DATE", description = "the last day that counts")
    private String effective;

    @Option(names = "--known", paramLabel = "POSITION|INSTANT|DATE", description = "what the ledger had learned by then")
    private String known;

    /** What is asked for, with pairs of a name and a value of which some may be absent. */
    Map<String, String> asked(String... more) {
        Map<String, String> asked = new LinkedHashMap<>();
        String[] own = {"institution", institution, "case", caseId, "positions", positions, "from", from, "to", to, "division", division,
            "effective", effective, "known", known};
        for (String[] pairs : new String[][] {own, more}) {
            for (int i = 0; i < pairs.length; i += 2) {
                if (pairs[i + 1] != null) {
                    asked.put(pairs[i], pairs[i + 1]);
                }
            }
        }
        return asked;
    }
}
