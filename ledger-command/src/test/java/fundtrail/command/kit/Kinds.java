package fundtrail.command.kit;

import static fundtrail.command.kit.Batches.PAID_FOR;
import static fundtrail.command.kit.Sample.BPH;
import static fundtrail.command.kit.Sample.CEN;
import static fundtrail.command.kit.Sample.DIVISION;
import static fundtrail.command.kit.Sample.H1;
import static fundtrail.command.kit.Sample.YEAR;
import static fundtrail.command.kit.Sample.accountOf;
import static fundtrail.command.kit.Sample.yuan;

import fundtrail.command.disbursebatch.DisburseBatch.Row;
import fundtrail.command.posting.PostingRules;
import fundtrail.contract.Fraction;
import fundtrail.contract.Purse;
import fundtrail.contract.fact.BudgetAllotted;
import fundtrail.contract.fact.BudgetAllotted.Classification;
import fundtrail.contract.fact.DisbursementBatchApprovedRows.PaymentKind;
import fundtrail.contract.fact.PaymentBasis;
import fundtrail.contract.fact.PaymentBasis.Heads;
import fundtrail.contract.fact.PaymentBasis.Personnel;
import fundtrail.contract.fact.PaymentBasis.Subsidy;
import fundtrail.contract.fact.PaymentBasis.Task;
import fundtrail.contract.fact.PaymentRules;
import fundtrail.contract.fact.PaymentRules.PersonnelRates;
import fundtrail.contract.fact.PaymentRules.SubsidyCategory;
import fundtrail.contract.fact.RateSet;
import fundtrail.contract.fact.RuleSetPublished;
import fundtrail.contract.fact.RuleSetPublished.Programme;
import fundtrail.contract.id.AllotmentId;
import fundtrail.contract.id.ProgrammeCode;
import fundtrail.contract.id.RuleSetId;
import fundtrail.contract.id.TaskCode;
import java.time.LocalDate;
import java.util.List;

/** Short words for payments that are no advances, and for the rules they are judged by. */
public final class Kinds {
    public static final ProgrammeCode SUB = new ProgrammeCode("SUB");
    public static final AllotmentId SUB_H1 = new AllotmentId("SUB-H1");
    public static final TaskCode TASK = new TaskCode("MCH-01");
    public static final PaymentRules RULES = rules(null);

    private Kinds() {}

    /** Rules with the categories of S0, rates on basic pay, and this cap on advances. */
    public static PaymentRules rules(Fraction advanceCap) {
        return new PaymentRules(
                List.of(new SubsidyCategory("EQUIPMENT", "设备购置", "Equipment", false),
                        new SubsidyCategory("PERSONNEL", "人员经费", "Personnel", true)),
                List.of(SUB), List.of("506"),
                new PersonnelRates(Fraction.parse("0.25"), Fraction.parse("0.12"), Fraction.parse("0.08")), advanceCap, List.of());
    }

    public static RuleSetPublished inForce(PaymentRules rules) {
        return new RuleSetPublished(new RuleSetId("payments"), LocalDate.of(YEAR, 1, 1),
                List.of(new Programme(BPH, "基本公共卫生服务", "Basic public health services"), new Programme(SUB, "专项补助", "Subsidies")),
                List.of(), List.of(), 1, 7, 60, null, rules, null);
    }

    /** An allotment of CEN for H1. */
    public static BudgetAllotted allotted(AllotmentId id, ProgrammeCode programme, String economic, String yuan) {
        Purse purse = Purse.of(DIVISION, YEAR, CEN).of(H1, programme).under(id);
        return new BudgetAllotted(id, H1, DIVISION, CEN, programme, YEAR, new Classification("2100408", economic, null), yuan(yuan),
                PostingRules.budgetAllotted(purse, yuan(yuan)));
    }

    public static RateSet rate(String rate, LocalDate from, LocalDate to) {
        return new RateSet(DIVISION, TASK, "妇幼随访", "Maternal follow-up", Fraction.parse(rate), "人次", from, to, null);
    }

    public static Row row(int number, PaymentKind kind, AllotmentId allotment, String yuan, PaymentBasis basis) {
        return new Row(number, kind, H1, accountOf(H1), allotment, yuan(yuan), PAID_FOR, null, null, basis);
    }

    public static Row capitation(int number, AllotmentId allotment, String yuan, int heads, String rate, int months) {
        return row(number, PaymentKind.CAPITATION, allotment, yuan, PaymentBasis.of(new Heads(heads, Fraction.parse(rate), months)));
    }

    public static Row subsidy(String yuan, String category, Personnel parts) {
        return row(1, PaymentKind.SUBSIDY, SUB_H1, yuan, PaymentBasis.of(new Subsidy(category, parts)));
    }

    public static Personnel parts(String basicPay, String socialSecurity, String housingFund, String annuity) {
        return new Personnel(yuan(basicPay), yuan(socialSecurity), yuan(housingFund), yuan(annuity));
    }

    public static Row task(String yuan, String quantity, String rate) {
        return row(1, PaymentKind.DIRECTIVE_TASK, Sample.CEN_H1, yuan,
                PaymentBasis.of(new Task(TASK, Fraction.parse(quantity), rate == null ? null : Fraction.parse(rate))));
    }
}
