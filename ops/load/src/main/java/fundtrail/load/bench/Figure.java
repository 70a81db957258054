package fundtrail.load.bench;

import fundtrail.contract.MayBeAbsent;

/**
 * One row of the report.
 *
 * @param unit      of the value
 * @param p50       milliseconds; absent where no latency was measured
 * @param p99       milliseconds
 * @param yardstick what the ratio is to
 * @param asked     what it shall be, as it was asked for; empty where nothing was
 */
record Figure(
        String what,
        double value,
        String unit,
        @MayBeAbsent Double p50,
        @MayBeAbsent Double p99,
        @MayBeAbsent String yardstick,
        @MayBeAbsent Double ratio,
        String asked) {

    /** A figure that is compared with nothing. */
    static Figure alone(String what, double value, String unit, String asked) {
        return new Figure(what, value, unit, null, null, null, null, asked);
    }
}
