package fundtrail.client;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** An inspector's lists in a terminal. */
@Command(name = "inspect", description = "Lists alerts, tip-offs, claims, cases, holds, claw-backs, what came back to each source, or what is expected when.",
        mixinStandardHelpOptions = true, sortOptions = false, usageHelpAutoWidth = true)
final class InspectCommand implements Callable<Integer>, Client.Speaking {
    /** What can be listed. */
    enum What {
        alerts("alerts"),
        tipOffs("tip-offs"),
        claims("claims"),
        cases("cases"),
        holds("holds"),
        clawbacks("clawbacks"),
        restitution("restitution"),
        forecast("forecast");

        private final String typed;

        What(String typed) {
            this.typed = typed;
        }

        @Override
        public String toString() {
            return typed;
        }
    }

    /** By what the reading side knows {@code --open}. */
    private static final Set<String> OPENS = Set.of("takenUp", "state", "active", "open");

    @Parameters(paramLabel = "WHAT", description = "one of: ${COMPLETION-CANDIDATES}")
    private What what;

    @Option(names = "--institution", paramLabel = "ID", description = "of this institution alone")
    private String institution;

    @Option(names = "--rule", paramLabel = "NAME", description = "alerts of this red flag alone, such as SAME_PAYEE_AND_AMOUNT")
    private String rule;

    @Option(names = "--practitioner", paramLabel = "REF", description = "claims of this practitioner's work alone")
    private String practitioner;

    @Option(names = "--item", paramLabel = "CODE", description = "claims of this service item alone")
    private String item;

    @Option(names = "--month", paramLabel = "YYYY-MM", description = "claims whose report covers a day of this month alone")
    private String month;

    @Option(names = "--status", paramLabel = "STATUS", description = "claims that stand so alone, such as FLAGGED or CLAWED_BACK")
    private String status;

    @Option(names = "--open", description = "what is open alone: tip-offs that no case took up, cases not closed, holds that still hold,"
            + " claw-backs of which something is outstanding")
    private boolean open;

    @Option(names = "--effective", paramLabel = "DATE", description = "what counts up to this day; without it, today")
    private LocalDate effective;

    @Option(names = "--known", paramLabel = "POSITION|DATE", description = "what the ledger had learned by then; without it, everything")
    private String known;

    @Mixin
    private At at;

    @Override
    public Words words() {
        return at.words();
    }

    @Override
    public Integer call() {
        try (LedgerApi api = at.api()) {
            Inspection inspection = new Inspection(api, at.token("IN", "AU", "LO"), words());
            System.out.print(switch (what) {
                case alerts -> inspection.alerts(asked("rule", rule));
                case tipOffs -> inspection.tipOffs(asked("takenUp", open ? "false" : null));
                case claims -> inspection.claims(asked("practitioner", practitioner, "item", item, "month", month, "status", status));
                case cases -> inspection.cases(asked("state", open ? "OPEN" : null));
                case holds -> inspection.holds(asked("active", open ? "true" : null));
                case clawbacks -> inspection.clawbacks(asked("open", open ? "true" : null));
                case restitution -> inspection.restitution(asked());
                case forecast -> inspection.forecast(asked());
            });
        }
        return 0;
    }

    /**
     * What is asked for, the list's own filters named.
     *
     * @throws Unable when another list's filter was given, which would be left out of account
     */
    private Map<String, Object> asked(String... namesAndValues) {
        Map<String, String> given = new LinkedHashMap<>();
        given.put("--rule", rule);
        given.put("--practitioner", practitioner);
        given.put("--item", item);
        given.put("--month", month);
        given.put("--status", status);
        given.put("--open", open ? "" : null);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            given.remove(OPENS.contains(namesAndValues[i]) ? "--open" : "--" + namesAndValues[i]);
        }
        given.values().removeIf(Objects::isNull);
        if (!given.isEmpty()) {
            throw new Unable("inspect.noFilter", what, String.join(" ", given.keySet()));
        }
        Map<String, Object> asked = new LinkedHashMap<>();
        put(asked, "institution", institution);
        put(asked, "effective", effective);
        put(asked, "known", known);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            put(asked, namesAndValues[i], namesAndValues[i + 1]);
        }
        return asked;
    }

    private static void put(Map<String, Object> asked, String name, Object value) {
        if (value != null) {
            asked.put(name, value);
        }
    }
}
