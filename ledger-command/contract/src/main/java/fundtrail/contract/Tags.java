package fundtrail.contract;

import java.util.LinkedHashSet;
import java.util.Set;

/** Collects the tags of a fact: what its lines name, and what it names besides. Absent values leave no tag. */
public final class Tags {
    public static final String AGREEMENT = "agreement";
    public static final String ALLOTMENT = "allotment";
    public static final String BANK_ACCOUNT = "bankAccount";
    public static final String BATCH = "batch";
    /** A budget year of a division, as {@code 330521/2018}. */
    public static final String BUDGET_YEAR = "budgetYear";
    public static final String CASE = "case";
    public static final String CHARGE = "charge";
    public static final String CLAIM = "claim";
    public static final String CLAWBACK = "clawback";
    public static final String COMMAND = "command";
    public static final String COMMUNITY = "community";
    public static final String DELEGATION = "delegation";
    public static final String DIVISION = "division";
    public static final String DRAW = "draw";
    public static final String FINDING = "finding";
    public static final String FUND_SOURCE = "fundSource";
    public static final String HOLD = "hold";
    public static final String INSTITUTION = "institution";
    public static final String PAYEE_ACCOUNT = "payeeAccount";
    public static final String PAYMENT = "payment";
    /** An accounting period of a division, as {@code 330521/2018-03}. */
    public static final String PERIOD = "period";
    public static final String PERSON = "person";
    public static final String PROGRAMME = "programme";
    public static final String PROPOSAL = "proposal";
    public static final String REPORT = "report";
    public static final String REVERSES = "reverses";
    public static final String RULE_SET = "ruleSet";
    public static final String TASK = "task";
    public static final String STATEMENT = "statement";
    public static final String SCHEDULE = "schedule";
    public static final String TIP_OFF = "tipOff";
    public static final String TRANCHE = "tranche";

    private final Set<Tag> tags = new LinkedHashSet<>();

    private Tags() {}

    public static Tags of(String key, Object value) {
        return new Tags().and(key, value);
    }

    /** The tags of the lines: allotment, bank account, claw-back, fund source, institution, programme, tranche. */
    public static Tags of(Lines lines) {
        Tags tags = new Tags();
        for (Line line : lines) {
            tags.and(FUND_SOURCE, line.fundSource())
                    .and(INSTITUTION, line.institution())
                    .and(PROGRAMME, line.programme())
                    .and(ALLOTMENT, line.allotment())
                    .and(CLAWBACK, line.clawback())
                    .and(BANK_ACCOUNT, line.bankAccount())
                    .and(TRANCHE, line.tranche());
        }
        return tags;
    }

    public Tags and(String key, Object value) {
        if (value != null) {
            tags.add(new Tag(key, value.toString()));
        }
        return this;
    }

    public Set<Tag> set() {
        return Set.copyOf(tags);
    }
}
