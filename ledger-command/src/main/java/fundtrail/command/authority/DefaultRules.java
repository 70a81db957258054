package fundtrail.command.authority;

import fundtrail.contract.fact.PaymentRules;
import fundtrail.contract.fact.PaymentRules.SubsidyCategory;
import fundtrail.contract.fact.RuleSetPublished;
import fundtrail.contract.fact.RuleSetPublished.Programme;
import fundtrail.contract.fact.RuleSetPublished.Purchasing;
import fundtrail.contract.id.ProgrammeCode;
import fundtrail.contract.id.RuleSetId;
import java.time.LocalDate;
import java.util.List;

/**
 * The rules a ledger opens with, valid for every date it can hold, until a bureau publishes its own under a document.
 * They name the four categories of earmarked subsidy of S0, the capital classes among the government economic classes, and
 * no rates on basic pay, no cap on advances and no agreement, which are local. They know no holidays: which weekdays are free is announced year by year and published with
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
            60,
            30,
            new PaymentRules(
                    List.of(
                            new SubsidyCategory("CONSTRUCTION", "基本建设（含修缮）", "Construction and repair", false),
                            new SubsidyCategory("EQUIPMENT", "设备购置（含信息化建设）", "Equipment and information systems", false),
                            new SubsidyCategory("TRAINING", "人员培养和培训经费", "Training of personnel", false),
                            new SubsidyCategory("PERSONNEL", "人员经费", "Personnel cost", true)),
                    List.of(new ProgrammeCode("SUB")),
                    List.of("503", "504", "506", "508"),
                    null,
                    null,
                    List.of()),
            Purchasing.WITHOUT_RULES,
            null,
            null);

    private DefaultRules() {}

    public static RuleSetPublished ruleSet() {
        return RULES;
    }

    private static Programme programme(String code, String nameZh, String nameEn) {
        return new Programme(new ProgrammeCode(code), nameZh, nameEn);
    }
}
