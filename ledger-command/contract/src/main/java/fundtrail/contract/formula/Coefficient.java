package fundtrail.contract.formula;

import fundtrail.contract.Fraction;
import fundtrail.contract.MayBeAbsent;
import java.util.Collection;

/**
 * The performance coefficient (绩效考核系数): a part of the money is certain, the rest follows the score up to the full one.
 *
 * @param fixedShare what is paid whatever the score, 0 to 1
 * @param fullScore  the score from which all is paid, above 0
 * @param places     decimal places the coefficient is rounded to, half-up, 0 to 8; absent: it stays exact
 */
public record Coefficient(Fraction fixedShare, Fraction fullScore, @MayBeAbsent Integer places) {
    /** One indicator (考核指标), its weight and what was scored. */
    public record Indicator(String indicator, Fraction weight, Fraction score) {
        public Indicator {
            Figures.positive("weight of indicator " + indicator, weight);
            Figures.notNegative("score of indicator " + indicator, score);
        }
    }

    public Coefficient {
        if (Figures.notNegative("fixedShare", fixedShare).compareTo(Fraction.ONE) > 0) {
            throw new IllegalArgumentException("fixedShare is " + fixedShare + "; it goes from 0 to 1");
        }
        Figures.positive("fullScore", fullScore);
        if (places != null && (places < 0 || places > UnitStandard.MOST_PLACES)) {
            throw new IllegalArgumentException("places is " + places + "; it goes from 0 to " + UnitStandard.MOST_PLACES);
        }
    }

    /** The score of all indicators: their mean by weight. */
    public static Fraction score(Collection<Indicator> indicators) {
        Fraction weights = indicators.stream().map(Indicator::weight).reduce(Fraction.ZERO, Fraction::plus);
        return indicators.stream().map(one -> one.weight().times(one.score())).reduce(Fraction.ZERO, Fraction::plus).over(weights);
    }

    /** c = fixed + (1 − fixed) · min(1, score ÷ full). */
    public Fraction of(Fraction score) {
        Fraction reached = score.over(fullScore).min(Fraction.ONE);
        Fraction exact = fixedShare.plus(Fraction.ONE.minus(fixedShare).times(reached));
        return places == null ? exact : exact.rounded(places);
    }
}
