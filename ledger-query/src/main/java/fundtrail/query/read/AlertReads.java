package fundtrail.query.read;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import fundtrail.contract.Entry;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.Tags;
import fundtrail.query.access.Scope;
import fundtrail.query.alert.RedFlags.RuleVersion;
import fundtrail.query.alert.RedFlags;
import fundtrail.query.alert.RuleName;
import fundtrail.query.asof.AsOf;
import fundtrail.query.entity.Alert;
import fundtrail.query.entity.Kind;
import fundtrail.query.entity.Version;
import fundtrail.query.fold.FactTags;
import fundtrail.query.fold.LedgerFold;
import fundtrail.query.http.Answer;
import fundtrail.query.http.Ask;
import fundtrail.query.http.Catalogue;
import fundtrail.query.http.HttpProblem;
import fundtrail.query.http.ProblemCode;
import fundtrail.query.read.Entities.Wanted;
import fundtrail.query.store.Sql;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** Alerts: what red flags say, by whose rule, because of which facts; and two versions of a rule beside each other. */
public final class AlertReads {
    private static final int EVERY = Integer.MAX_VALUE;

    private final Questions questions;
    private final EntityReads reads;
    private final Entities entities;
    private final RedFlags flags;
    private final DataSource source;
    private final LedgerFold fold;
    private final Signatures signatures;

    /**
     * A version of a red flag.
     *
     * @param inUse      whether it is the one whose alerts are shown unless another is asked for
     * @param title      its name in words
     * @param what       what makes it speak
     * @param parameters as the catalogue has them
     * @param reason     why they are so; absent where nobody said
     */
    record AlertRuleView(
            RuleName rule, int version, boolean inUse, String title, String what, Map<String, String> parameters, @MayBeAbsent String reason) {
        static AlertRuleView of(RuleVersion one, Locale language) {
            return new AlertRuleView(one.name(), one.version(), one.inUse(), Catalogue.word("alert." + one.name(), language),
                    Catalogue.word("alert." + one.name() + ".what", language), one.tuning().texts(), one.reason());
        }
    }

    /** All of them. */
    record AlertRules(List<AlertRuleView> items) {}

    /** An alert in a list. @param effectiveDate the day on which the fact that made it speak counts */
    record AlertView(@JsonUnwrapped Alert alert, String title, LocalDate effectiveDate) {
        static AlertView of(Version<Alert> one, Locale language) {
            return new AlertView(one.body(), Catalogue.word("alert." + one.body().rule(), language), one.effectiveDate());
        }
    }

    /**
     * An alert, and the facts that made it speak.
     *
     * @param facts those the reader may see
     */
    record AlertStory(@JsonUnwrapped AlertView alert, AlertRuleView spokenBy, List<FactSummary> facts) {}

    /** Which version says it. */
    enum SaidBy {
        FIRST,
        SECOND,
        BOTH
    }

    /** What one of two versions says, or both do. */
    record Compared(SaidBy saidBy, @JsonUnwrapped AlertView alert) {}

    /** Two versions of a rule over the same facts. */
    record Comparison(
            @JsonUnwrapped AsOf asOf,
            AlertRuleView first,
            AlertRuleView second,
            int onlyFirst,
            int onlySecond,
            int both,
            List<Compared> items,
            @MayBeAbsent String next) {}

    public AlertReads(Questions questions, EntityReads reads, Entities entities, RedFlags flags, DataSource source, LedgerFold fold,
            Signatures signatures) {
        this.questions = questions;
        this.reads = reads;
        this.entities = entities;
        this.flags = flags;
        this.source = source;
        this.fold = fold;
        this.signatures = signatures;
    }

    public Answer rules(Ask ask) {
        return Answer.json(new AlertRules(flags.versions().stream().map(one -> AlertRuleView.of(one, ask.language())).toList()));
    }

    public Answer list(Ask ask) throws InterruptedException {
        var version = ask.given(Params.RULE_VERSION);
        Predicate<Alert> wanted = matching(ask).and(alert ->
                version.map(asked -> asked == alert.version()).orElseGet(() -> isInUse(alert)));
        return reads.list(ask, Kind.ALERT, wanted(ask), (_, alert) -> wanted.test(alert),
                (_, versions) -> versions.stream().map(one -> AlertView.of(one, ask.language())).toList());
    }

    private boolean isInUse(Alert alert) {
        return flags.version(alert.rule(), alert.version()).map(RuleVersion::inUse).orElse(false);
    }

    private static Wanted wanted(Ask ask) {
        return Wanted.tagged(ask.given(Params.INSTITUTION).map(id -> FactTags.tag(Tags.INSTITUTION, id)));
    }

    private static Predicate<Alert> matching(Ask ask) {
        var rule = ask.given(Params.RULE);
        var division = ask.given(Params.DIVISION);
        var institution = ask.given(Params.INSTITUTION);
        return alert -> rule.map(alert.rule()::equals).orElse(true)
                && division.map(alert.division()::equals).orElse(true)
                && institution.map(asked -> asked.equals(alert.institution())).orElse(true);
    }

    public Answer one(Ask ask) throws InterruptedException {
        AsOf asOf = questions.asOf(ask);
        Scope scope = ask.reader().scope();
        Version<Alert> found = reads.found(ask, asOf, Kind.ALERT, ask.path("alert"));
        List<Entry> facts = Sql.of("select entry from fact where position = any(?::bigint[]) and", found.body().positions())
                .and(Visible.facts(asOf, scope))
                .and("order by position")
                .list(source, row -> fold.decode(row.getBytes("entry")));
        var hands = signatures.under(facts, asOf, scope);
        RuleVersion rule = flags.version(found.body().rule(), found.body().version()).orElseThrow();
        return Answer.json(new One<>(asOf, new AlertStory(AlertView.of(found, ask.language()), AlertRuleView.of(rule, ask.language()),
                facts.stream().map(fact -> FactSummary.of(fact, hands)).toList())));
    }

    /** What only one of two versions says first, then what both say; each in the order of the facts that made it speak. */
    public Answer comparison(Ask ask) throws InterruptedException {
        AsOf asOf = questions.asOf(ask);
        RuleName rule = ask.path("rule", RuleName::valueOf);
        RuleVersion first = version(ask, rule, ask.given(Params.FIRST_VERSION), false);
        RuleVersion second = version(ask, rule, ask.given(Params.SECOND_VERSION), true);
        List<Compared> all = compared(alerts(ask, asOf, rule, first), alerts(ask, asOf, rule, second), ask.language());
        int from = Math.min(questions.after(ask, key -> Integer.valueOf(key.getFirst())).orElse(0), all.size());
        List<Compared> found = all.subList(from, (int) Math.min((long) from + questions.limit(ask) + 1, all.size()));
        return Answer.json(new Comparison(asOf, AlertRuleView.of(first, ask.language()), AlertRuleView.of(second, ask.language()),
                count(all, SaidBy.FIRST), count(all, SaidBy.SECOND), count(all, SaidBy.BOTH), questions.page(ask, found),
                questions.next(ask, asOf, found, _ -> List.of(Integer.toString(from + questions.limit(ask))))));
    }

    /** The one asked for; without a wish the last, and before it the one before the last. */
    private RuleVersion version(Ask ask, RuleName rule, Optional<Long> asked, boolean last) {
        List<RuleVersion> all = flags.versions().stream().filter(one -> one.name() == rule).toList();
        if (asked.isEmpty()) {
            return all.get(last ? all.size() - 1 : Math.max(0, all.size() - 2));
        }
        return all.stream().filter(one -> one.version() == asked.get()).findFirst()
                .orElseThrow(() -> HttpProblem.of(ProblemCode.UNKNOWN, rule + " " + asked.get()));
    }

    private List<Version<Alert>> alerts(Ask ask, AsOf asOf, RuleName rule, RuleVersion version) {
        Predicate<Alert> matching = matching(ask);
        return entities.list(Kind.ALERT, asOf, ask.reader().scope(), wanted(ask),
                alert -> alert.rule() == rule && alert.version() == version.version() && matching.test(alert), "", EVERY);
    }

    static List<Compared> compared(List<Version<Alert>> first, List<Version<Alert>> second, Locale language) {
        List<Compared> onlyFirst = new ArrayList<>();
        List<Compared> both = new ArrayList<>();
        first.forEach(one -> {
            boolean said = second.stream().anyMatch(other -> other.body().saysTheSame(one.body()));
            (said ? both : onlyFirst).add(new Compared(said ? SaidBy.BOTH : SaidBy.FIRST, AlertView.of(one, language)));
        });
        Stream<Compared> onlySecond = second.stream()
                .filter(one -> first.stream().noneMatch(other -> other.body().saysTheSame(one.body())))
                .map(one -> new Compared(SaidBy.SECOND, AlertView.of(one, language)));
        return Stream.of(onlyFirst.stream(), onlySecond, both.stream()).flatMap(all -> all).toList();
    }

    private static int count(List<Compared> all, SaidBy saidBy) {
        return (int) all.stream().filter(one -> one.saidBy() == saidBy).count();
    }
}
