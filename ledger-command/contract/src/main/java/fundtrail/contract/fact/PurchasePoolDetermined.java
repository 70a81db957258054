package fundtrail.contract.fact;

import fundtrail.contract.Fact;
import fundtrail.contract.Json;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.Money;
import fundtrail.contract.Tag;
import fundtrail.contract.Tags;
import fundtrail.contract.Text;
import fundtrail.contract.formula.PurchasePool;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.FundSourceCode;
import fundtrail.contract.id.ProgrammeCode;
import java.util.List;
import java.util.Set;

/**
 * 可用资金测定: what a year's services can be purchased with: all government input less earmarked subsidies, major public
 * health and directed tasks (方案：扣除后的资金作为购买服务可用资金). The last one of a division, programme and budget year
 * counts.
 *
 * @param total             G, all government input
 * @param earmarked         E, earmarked subsidies in it
 * @param majorPublicHealth M, subsidies for major public health in it
 * @param directive         D, tasks directed by government in it
 * @param components        the lines each of the four is the sum of; together at most 24 KiB as JSON
 * @param pool              P = G − E − M − D, never negative
 */
public record PurchasePoolDetermined(
        DivisionCode division,
        ProgrammeCode programme,
        int budgetYear,
        Money total,
        Money earmarked,
        Money majorPublicHealth,
        Money directive,
        List<Component> components,
        Money pool)
        implements Fact {

    /** Which of the four a component line belongs to. */
    public enum Input {
        TOTAL_INPUT,
        EARMARKED_SUBSIDIES,
        MAJOR_PUBLIC_HEALTH,
        DIRECTIVE_TASKS
    }

    /**
     * One budget line.
     *
     * @param programme the programme it stands under; may be absent
     * @param reference the document number (文号) of the budget line; may be absent
     */
    public record Component(
            Input input,
            FundSourceCode fundSource,
            @MayBeAbsent ProgrammeCode programme,
            @MayBeAbsent String reference,
            Money amount) {
        public Component {
            if (input == null || fundSource == null || amount == null) {
                throw new IllegalArgumentException("a component needs its input, its fund source and its amount");
            }
            Text.optional("reference", reference, 80);
        }
    }

    public PurchasePoolDetermined {
        components = List.copyOf(components);
        Json.fits("components", components);
        for (Input input : Input.values()) {
            Money stated = switch (input) {
                case TOTAL_INPUT -> total;
                case EARMARKED_SUBSIDIES -> earmarked;
                case MAJOR_PUBLIC_HEALTH -> majorPublicHealth;
                case DIRECTIVE_TASKS -> directive;
            };
            if (stated.isNegative() || !sum(components, input).equals(stated)) {
                throw new IllegalArgumentException(input + " is " + stated + ", its components add up to " + sum(components, input));
            }
        }
        if (pool.isNegative() || !pool.equals(PurchasePool.of(total, earmarked, majorPublicHealth, directive))) {
            throw new IllegalArgumentException("the pool is what remains of the input, and not negative; " + pool + " is not");
        }
    }

    /** What the components of one input add up to. */
    public static Money sum(List<Component> components, Input input) {
        return Money.sum(components.stream().filter(one -> one.input() == input).map(Component::amount).toList());
    }

    @Override
    public Set<Tag> tags() {
        Tags tags = Tags.of(Tags.PROGRAMME, programme);
        components.forEach(component -> tags.and(Tags.FUND_SOURCE, component.fundSource()));
        return tags.set();
    }
}
