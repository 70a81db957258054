package fundtrail.door;

/**
 * How often one person may ask.
 *
 * @param burst     requests at once, from 1
 * @param perSecond how many more come with each second, from 1
 */
public record Rate(int burst, int perSecond) {
    public Rate {
        if (burst < 1 || perSecond < 1) {
            throw new IllegalArgumentException("a rate is of at least one request, not " + burst + " and " + perSecond);
        }
    }
}
