package fundtrail.command.publishworkequivalentschedule;

import static fundtrail.command.decide.Decision.accepted;
import static fundtrail.command.decide.Decision.refused;
import static fundtrail.command.decide.RefusalCode.ALREADY_EXISTS;
import static fundtrail.command.decide.RefusalCode.DIVISION_UNKNOWN;
import static fundtrail.command.decide.RefusalCode.ITEM_TWICE;

import fundtrail.command.decide.Decision;
import fundtrail.command.decide.Moment;
import fundtrail.command.known.Known;
import fundtrail.contract.fact.WorkEquivalentSchedulePublished.ServiceItem;
import fundtrail.contract.fact.WorkEquivalentSchedulePublished;
import fundtrail.contract.id.ItemCode;
import java.util.HashSet;
import java.util.Set;

public final class PublishWorkEquivalentScheduleDecision {
    private PublishWorkEquivalentScheduleDecision() {}

    public static Decision decide(PublishWorkEquivalentSchedule wish, Moment moment, Known known) {
        Set<ItemCode> items = new HashSet<>();
        for (ServiceItem item : wish.items()) {
            if (!items.add(item.item())) {
                return refused(ITEM_TWICE, item.item());
            }
        }
        if (known.purchases().standards().schedule(wish.schedule()) != null) {
            return refused(ALREADY_EXISTS, wish.schedule());
        }
        if (!known.hasDivision(wish.division())) {
            return refused(DIVISION_UNKNOWN, wish.division());
        }
        return accepted(new WorkEquivalentSchedulePublished(wish.schedule(), wish.division(), wish.validFrom(), wish.items()));
    }
}
