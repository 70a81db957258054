package fundtrail.command.authority;

import fundtrail.contract.fact.RuleSetPublished;
import fundtrail.contract.fact.RuleSetPublished.Programme;
import fundtrail.contract.id.ProgrammeCode;
import fundtrail.contract.id.RuleSetId;
import java.time.LocalDate;
import java.util.List;

/**
 * The rules a ledger opens with, valid for every date it can hold, until a bureau publishes its own under a document.
 * They know no holidays: which weekdays are free is announced year by year and published with
 * {@code publish-rule-set}; until then a payee account may become payable some days early around a holiday.
 */
public final class DefaultRules {
    private static final RuleSetPublished RULES = new RuleSetPublished(
            new RuleSetId("default-1"),
            LocalDate.of(1949, 1, 1),
            List.of(
                    programme("BPH", "基本公共卫生服务", "Basic public health services"),
                    programme("BSP", "政府购买基层医疗卫生服务", "Purchase of primary care services"),
                    programme("MPH", "重大公共卫生服务", "Major public health services"),
                    programme("SUB", "财政专项补助", "Earmarked fiscal subsidies"),
                    programme("DIR", "政府指令性任务", "Tasks directed by government")),
            List.of(),
            List.of(),
            1,
            7,
            60);

    private DefaultRules() {}

    public static RuleSetPublished ruleSet() {
        return RULES;
    }

    private static Programme programme(String code, String nameZh, String nameEn) {
        return new Programme(new ProgrammeCode(code), nameZh, nameEn);
    }
}
