package fundtrail.contract.fact;

import fundtrail.contract.Fraction;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.Money;
import fundtrail.contract.Text;
import fundtrail.contract.id.TaskCode;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What the amount of a batch's row rests on besides its allotment. An advance rests on nothing more; every other kind of
 * payment on the one component that is its own; the rest are then absent.
 *
 * @param settledYear of a settlement payment: the budget year settled, 1949 to 9999; may be absent where it is the allotment's
 * @param subsidy     of a subsidy
 * @param task        of a payment for directed tasks
 * @param heads       of a capitation prepayment
 */
public record PaymentBasis(
        @MayBeAbsent Integer settledYear, @MayBeAbsent Subsidy subsidy, @MayBeAbsent Task task, @MayBeAbsent Heads heads) {

    private static final int MONTHS_OF_A_YEAR = 12;
    private static final int MOST_HEADS = 99_999_999;
    private static final int LONGEST_CATEGORY = 40;

    /** What is subsidized, by its code in the rule set; for personnel cost, what that comes to part by part. */
    public record Subsidy(String category, @MayBeAbsent Personnel personnel) {
        public Subsidy {
            Text.required("subsidy category", category, LONGEST_CATEGORY);
        }
    }

    /**
     * Personnel cost (人员经费): basic pay, and what the employer pays on it at the rule set's rates. None is negative.
     *
     * @param basicPay       基本工资
     * @param socialSecurity 社会保障单位缴费, on the basic pay
     * @param housingFund    住房公积金, on the basic pay
     * @param annuity        职业年金, on the basic pay
     */
    public record Personnel(Money basicPay, Money socialSecurity, Money housingFund, Money annuity) {
        public Personnel {
            if (isNegative(basicPay) || isNegative(socialSecurity) || isNegative(housingFund) || isNegative(annuity)) {
                throw new IllegalArgumentException("a part of personnel cost is not below 0.00");
            }
        }

        private static boolean isNegative(Money part) {
            return part != null && part.isNegative();
        }
    }

    /**
     * Directed tasks done, paid at a fixed rate.
     *
     * @param quantity how many units, above zero
     * @param rate     yuan a unit, above zero; may be absent in a wish, and is then the rate in force
     */
    public record Task(TaskCode task, Fraction quantity, @MayBeAbsent Fraction rate) {
        public Task {
            if (quantity != null && !quantity.isPositive() || rate != null && !rate.isPositive()) {
                throw new IllegalArgumentException("quantity and rate of a task are above zero");
            }
        }

        public Task at(Fraction rate) {
            return new Task(task, quantity, rate);
        }

        /** Rate times quantity, exactly, in yuan; of a task whose rate is known. */
        public Fraction exact() {
            return rate.times(quantity);
        }
    }

    /**
     * People paid for by the head. All rows of one institution and programme in a batch name the same heads, and together
     * pay for them once.
     *
     * @param headcount how many, 1 to {@value #MOST_HEADS}
     * @param rate      yuan a head and year, above zero
     * @param months    of the year that are paid for, 1 to {@value #MONTHS_OF_A_YEAR}
     */
    public record Heads(int headcount, Fraction rate, int months) {
        public Heads {
            if (headcount < 1 || headcount > MOST_HEADS) {
                throw new IllegalArgumentException("headcount is " + headcount + "; it goes from 1 to " + MOST_HEADS);
            }
            if (months < 1 || months > MONTHS_OF_A_YEAR) {
                throw new IllegalArgumentException("months are " + months + "; a year has 1 to " + MONTHS_OF_A_YEAR);
            }
            if (rate != null && !rate.isPositive()) {
                throw new IllegalArgumentException("a rate a head is above zero");
            }
        }

        /** Headcount times rate times months / 12, exactly, in yuan. */
        public Fraction exact() {
            return rate.times(Fraction.of(headcount)).times(Fraction.of(months, MONTHS_OF_A_YEAR));
        }
    }

    public PaymentBasis {
        if (settledYear != null && (settledYear < 1949 || settledYear > 9999)) {
            throw new IllegalArgumentException("the settled year " + settledYear + " is not a year from 1949 to 9999");
        }
    }

    /** Whether it names one thing and no other: all but one of its components are absent. */
    boolean isOneThing() {
        return Stream.of(settledYear, subsidy, task, heads).filter(Objects::nonNull).count() == 1;
    }

    public static PaymentBasis settled(int year) {
        return new PaymentBasis(year, null, null, null);
    }

    public static PaymentBasis of(Subsidy subsidy) {
        return new PaymentBasis(null, subsidy, null, null);
    }

    public static PaymentBasis of(Task task) {
        return new PaymentBasis(null, null, task, null);
    }

    public static PaymentBasis of(Heads heads) {
        return new PaymentBasis(null, null, null, heads);
    }
}
