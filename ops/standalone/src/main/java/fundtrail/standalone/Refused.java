package fundtrail.standalone;

import fundtrail.client.Words;

/** The start is refused, for a reason said in a sentence of the catalogue. */
final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String key;
    private final transient Object[] particulars;

    Refused(String key, Object... particulars) {
        super(key);
        this.key = key;
        this.particulars = particulars;
    }

    String inWords(Words words) {
        return words.say(key, particulars);
    }
}
