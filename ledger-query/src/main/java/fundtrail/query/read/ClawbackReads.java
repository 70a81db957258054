package fundtrail.query.read;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.Money;
import fundtrail.contract.Tags;
import fundtrail.contract.fact.RuleSetPublished;
import fundtrail.contract.id.ClawbackId;
import fundtrail.query.access.Scope;
import fundtrail.query.asof.AsOf;
import fundtrail.query.entity.Clawback.ClawbackOfSource;
import fundtrail.query.entity.Clawback;
import fundtrail.query.entity.Kind;
import fundtrail.query.entity.RuleSet;
import fundtrail.query.entity.Version;
import fundtrail.query.fold.FactTags;
import fundtrail.query.http.Answer;
import fundtrail.query.http.Ask;
import fundtrail.query.read.Entities.Wanted;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** Claw-backs as they stand, what blocks them and until when, and the charges beside them. */
public final class ClawbackReads {
    private static final int EVERY = Integer.MAX_VALUE;

    private final Questions questions;
    private final EntityReads reads;
    private final Entities entities;

    /** What stands in the way. */
    enum Block {
        /** The demand is not issued: the days to appeal have not begun. */
        NOT_DEMANDED,
        /** An appeal is not decided yet. */
        APPEAL_PENDING,
        /** None was filed or waived, and it still can be. */
        DAYS_TO_APPEAL,
        /** The pending appeal stays offsets. */
        STAY
    }

    /**
     * A claw-back as it stands, all sources together.
     *
     * @param lastDayToAppeal    absent before the demand
     * @param restitutionBlocked why what is held cannot go back yet; absent where it can
     * @param restitutionFrom    the first day on which it can; absent while nobody knows it, and where it can now
     * @param offsetBlocked      why nothing is taken from a payment; absent where it can be
     */
    record ClawbackView(
            @JsonUnwrapped Clawback clawback,
            ClawbackTotal total,
            @MayBeAbsent LocalDate lastDayToAppeal,
            @MayBeAbsent Block restitutionBlocked,
            @MayBeAbsent LocalDate restitutionFrom,
            @MayBeAbsent Block offsetBlocked,
            long position,
            LocalDate effectiveDate) {}

    /** All sources together; terms as in {@link ClawbackOfSource}. */
    record ClawbackTotal(
            Money determined, Money reduced, Money recovered, Money offset, Money writtenOff, Money outstanding, Money restored,
            Money refunded, Money refundDue, Money held) {
        static ClawbackTotal of(List<ClawbackOfSource> sources) {
            return new ClawbackTotal(sum(sources, ClawbackOfSource::determined), sum(sources, ClawbackOfSource::reduced),
                    sum(sources, ClawbackOfSource::recovered), sum(sources, ClawbackOfSource::offset),
                    sum(sources, ClawbackOfSource::writtenOff), sum(sources, ClawbackOfSource::outstanding),
                    sum(sources, ClawbackOfSource::restored), sum(sources, ClawbackOfSource::refunded),
                    sum(sources, ClawbackOfSource::refundDue), sum(sources, ClawbackOfSource::held));
        }

        private static Money sum(List<ClawbackOfSource> sources, Function<ClawbackOfSource, Money> term) {
            return Money.sum(sources.stream().map(term).toList());
        }
    }

    public ClawbackReads(Questions questions, EntityReads reads, Entities entities) {
        this.questions = questions;
        this.reads = reads;
        this.entities = entities;
    }

    public Answer list(Ask ask) throws InterruptedException {
        Predicate<Clawback> matching = matching(ask);
        var open = ask.given(Params.OPEN);
        return reads.list(ask, Kind.CLAWBACK, wanted(ask), (_, one) -> matching.test(one)
                        && open.map(asked -> asked == one.outstanding().isPositive()).orElse(true),
                (asOf, versions) -> shown(asOf, ask.reader().scope(), versions));
    }

    public Answer one(Ask ask) throws InterruptedException {
        return reads.one(ask, Kind.CLAWBACK, ask.path("clawback", ClawbackId::new).value(),
                (asOf, versions) -> shown(asOf, ask.reader().scope(), versions));
    }

    public Answer charges(Ask ask) throws InterruptedException {
        var division = ask.given(Params.DIVISION);
        var institution = ask.given(Params.INSTITUTION);
        return reads.list(ask, Kind.CHARGE, wanted(ask), one -> division.map(one.division()::equals).orElse(true)
                && institution.map(one.institution()::equals).orElse(true));
    }

    /** All that match what is asked for, in the order of their ids. */
    List<ClawbackView> all(Ask ask, AsOf asOf) {
        Scope scope = ask.reader().scope();
        return shown(asOf, scope, entities.list(Kind.CLAWBACK, asOf, scope, wanted(ask), matching(ask), "", EVERY));
    }

    private static Wanted wanted(Ask ask) {
        return Wanted.tagged(ask.given(Params.INSTITUTION).map(id -> FactTags.tag(Tags.INSTITUTION, id)));
    }

    private static Predicate<Clawback> matching(Ask ask) {
        var division = ask.given(Params.DIVISION);
        var institution = ask.given(Params.INSTITUTION);
        var inquiry = ask.given(Params.CASE);
        return one -> division.map(one.division()::equals).orElse(true)
                && institution.map(one::concerns).orElse(true)
                && inquiry.map(one.caseId()::equals).orElse(true);
    }

    List<ClawbackView> shown(AsOf asOf, Scope scope, List<Version<Clawback>> versions) {
        if (versions.isEmpty()) {
            return List.of();
        }
        int days = daysToAppeal(asOf, scope);
        return versions.stream().map(version -> shown(asOf, version, days)).toList();
    }

    private static ClawbackView shown(AsOf asOf, Version<Clawback> version, int days) {
        Clawback one = version.body();
        LocalDate last = one.demandedOn() == null ? null : one.demandedOn().plusDays(days);
        Block block = switch (one.appeal()) {
            case PENDING -> Block.APPEAL_PENDING;
            case DECIDED, WAIVED -> null;
            case NONE -> last == null ? Block.NOT_DEMANDED : asOf.effective().isAfter(last) ? null : Block.DAYS_TO_APPEAL;
        };
        return new ClawbackView(one, ClawbackTotal.of(one.bySource()), last, block,
                block == Block.DAYS_TO_APPEAL ? last.plusDays(1) : null, one.stay() ? Block.STAY : null,
                version.position(), version.effectiveDate());
    }

    /** By the rule set in force on the effective date. */
    private int daysToAppeal(AsOf asOf, Scope scope) {
        return entities.list(Kind.RULE_SET, asOf, scope, Wanted.ALL, one -> !one.validFrom().isAfter(asOf.effective()), "", EVERY)
                .stream()
                .map(Version::body)
                .max(Comparator.comparing(RuleSet::validFrom).thenComparing(one -> one.ruleSet().value()))
                .flatMap(rules -> Optional.ofNullable(rules.appealDays()))
                .orElse(RuleSetPublished.APPEAL_DAYS_WITHOUT_RULE);
    }
}
