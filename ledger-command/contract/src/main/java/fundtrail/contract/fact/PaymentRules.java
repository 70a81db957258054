package fundtrail.contract.fact;

import fundtrail.contract.Fraction;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.Text;
import fundtrail.contract.id.ProgrammeCode;
import java.util.List;

/**
 * What a rule set says about payments; without it no subsidy is paid, and advances are neither capped nor wait for an
 * agreement.
 *
 * @param subsidyCategories   what may be subsidized, at most {@value #MOST}
 * @param earmarkedProgrammes programmes of earmarked subsidy (专项补助), at most {@value #MOST}: subsidies are paid out of
 *                            them alone, and capital expenditure too
 * @param capitalClasses      government economic classes of capital expenditure (政府经济科目), 3 or 5 digits; the first three
 *                            stand for all that begin so; at most {@value #MOST}
 * @param personnelRates      what the employer pays on basic pay; may be absent, and no personnel cost is then subsidized
 * @param advanceCap          the share of an institution's allotments of one programme and budget year that may be advanced,
 *                            above 0 and at most 1; may be absent, and there is then no cap
 * @param agreementProgrammes programmes of which nothing is advanced without a signed agreement, at most {@value #MOST}
 * @param offsetCap           the share of a payment that may be set off against claw-backs, above 0 and at most 1; may be
 *                            absent, and the whole payment may then be
 */
public record PaymentRules(
        List<SubsidyCategory> subsidyCategories,
        List<ProgrammeCode> earmarkedProgrammes,
        List<String> capitalClasses,
        @MayBeAbsent PersonnelRates personnelRates,
        @MayBeAbsent Fraction advanceCap,
        List<ProgrammeCode> agreementProgrammes,
        @MayBeAbsent Fraction offsetCap) {

    private static final int MOST = 20;

    /**
     * What may be subsidized (S0: 基本建设、设备购置、人员培养和培训、人员经费).
     *
     * @param personnel whether it is personnel cost, which is paid by its formula
     */
    public record SubsidyCategory(String code, String nameZh, String nameEn, boolean personnel) {
        public SubsidyCategory {
            Text.required("subsidy category", code, 40);
            Text.required("subsidy category (Chinese)", nameZh, 80);
            Text.required("subsidy category (English)", nameEn, 80);
        }
    }

    /** What the employer pays for each yuan of basic pay, from 0 to 1 each: social security, housing fund, annuity. */
    public record PersonnelRates(Fraction socialSecurity, Fraction housingFund, Fraction annuity) {
        public PersonnelRates {
            for (Fraction rate : new Fraction[] {socialSecurity, housingFund, annuity}) {
                if (rate != null && (rate.isNegative() || rate.compareTo(Fraction.ONE) > 0)) {
                    throw new IllegalArgumentException("a rate on basic pay is " + rate + "; it goes from 0 to 1");
                }
            }
        }
    }

    public PaymentRules {
        subsidyCategories = few("subsidy categories", subsidyCategories);
        earmarkedProgrammes = few("earmarked programmes", earmarkedProgrammes);
        capitalClasses = few("capital classes", capitalClasses);
        agreementProgrammes = few("programmes that take an agreement", agreementProgrammes);
        for (String code : capitalClasses) {
            if (!code.matches("[0-9]{3}([0-9]{2})?")) {
                throw new IllegalArgumentException("economic class \"" + code + "\": 3 or 5 digits, such as 506");
            }
        }
        if (subsidyCategories.stream().map(SubsidyCategory::code).distinct().count() != subsidyCategories.size()) {
            throw new IllegalArgumentException("a subsidy category stands twice");
        }
        share("advanceCap", advanceCap);
        share("offsetCap", offsetCap);
    }

    /** Rules that let a whole payment be set off. */
    public PaymentRules(List<SubsidyCategory> subsidyCategories, List<ProgrammeCode> earmarkedProgrammes, List<String> capitalClasses,
            PersonnelRates personnelRates, Fraction advanceCap, List<ProgrammeCode> agreementProgrammes) {
        this(subsidyCategories, earmarkedProgrammes, capitalClasses, personnelRates, advanceCap, agreementProgrammes, null);
    }

    private static void share(String what, Fraction cap) {
        if (cap != null && (!cap.isPositive() || cap.compareTo(Fraction.ONE) > 0)) {
            throw new IllegalArgumentException(what + " is " + cap + "; above 0 and at most 1");
        }
    }

    private static <T> List<T> few(String what, List<T> list) {
        if (list == null || list.size() > MOST) {
            throw new IllegalArgumentException(what + ": a list of at most " + MOST);
        }
        return List.copyOf(list);
    }

    /** The category of that code, or {@code null}. */
    public SubsidyCategory category(String code) {
        return subsidyCategories.stream().filter(category -> category.code().equals(code)).findFirst().orElse(null);
    }

    /** Whether an economic class is one of capital expenditure. */
    public boolean isCapital(String economicClass) {
        return capitalClasses.stream().anyMatch(economicClass::startsWith);
    }
}
