package fundtrail.contract.fact;

import fundtrail.contract.Fact;
import fundtrail.contract.Fraction;
import fundtrail.contract.Json;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.Tag;
import fundtrail.contract.Tags;
import fundtrail.contract.Text;
import fundtrail.contract.formula.Figures;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.ItemCode;
import fundtrail.contract.id.ScheduleId;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * 标化工作当量表发布: what one unit of each service item weighs, by the standard of service, the cost of labour, the use of
 * resources, risk and difficulty (方案：制定项目标化工作当量). In force in its division from {@code validFrom} until a later
 * one is; never changed.
 *
 * @param items each item once; together at most 24 KiB as JSON
 */
public record WorkEquivalentSchedulePublished(ScheduleId schedule, DivisionCode division, LocalDate validFrom, List<ServiceItem> items)
        implements Fact {

    /**
     * One service item.
     *
     * @param weight  standardised work equivalents of one unit of it, positive
     * @param factors the scores the weight was made of; absent where the document gives none
     */
    public record ServiceItem(ItemCode item, String nameZh, String nameEn, Fraction weight, @MayBeAbsent Factors factors) {
        public ServiceItem {
            Text.required("item name (Chinese)", nameZh, 60);
            Text.required("item name (English)", nameEn, 80);
            if (item == null) {
                throw new IllegalArgumentException("an item needs its code");
            }
            Figures.positive("weight of item " + item, weight);
        }
    }

    /** What the weight was judged by, in the scores of the document; each may be absent. */
    public record Factors(
            @MayBeAbsent Fraction serviceStandard,
            @MayBeAbsent Fraction labourCost,
            @MayBeAbsent Fraction resourceUse,
            @MayBeAbsent Fraction risk,
            @MayBeAbsent Fraction difficulty) {}

    public WorkEquivalentSchedulePublished {
        if (schedule == null || division == null || validFrom == null) {
            throw new IllegalArgumentException("a schedule needs its id, its division and the day from which it is valid");
        }
        items = List.copyOf(items);
        if (items.isEmpty() || items.stream().map(ServiceItem::item).distinct().count() < items.size()) {
            throw new IllegalArgumentException("a schedule has items, each once");
        }
        Json.fits("items", items);
    }

    @Override
    public Set<Tag> tags() {
        return Tags.of(Tags.SCHEDULE, schedule).set();
    }
}
