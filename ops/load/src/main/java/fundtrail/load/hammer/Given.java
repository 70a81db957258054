package fundtrail.load.hammer;

/**
 * What was acknowledged.
 *
 * @param answer the whole answer, as it came
 */
record Given(Wish wish, long first, long last, String recordedAt, String answer) {}
