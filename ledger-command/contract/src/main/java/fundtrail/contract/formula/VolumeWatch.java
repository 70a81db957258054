package fundtrail.contract.formula;

import fundtrail.contract.Fraction;

/**
 * The watch on a year's work (总工作当量异动): how far it departs from the year the unit standard was made of.
 *
 * @param baseline   W of the baseline year, above 0
 * @param reported   the equivalents reported for the year
 * @param departure  (reported − baseline) ÷ baseline
 * @param threshold  from which on it is an anomaly, as a share of the baseline
 */
public record VolumeWatch(Fraction baseline, Fraction reported, Fraction departure, Fraction threshold) {
    public static VolumeWatch of(Fraction baseline, Fraction reported, Fraction threshold) {
        return new VolumeWatch(baseline, reported, reported.minus(baseline).over(baseline), threshold);
    }

    /** Whether it departs by more than the threshold, up or down. */
    public boolean anomalous() {
        return departure.max(departure.negated()).compareTo(threshold) > 0;
    }
}
