package fundtrail.client;

/** What was asked of the command line cannot be done, for a reason said in a sentence of the catalogue. */
final class Unable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String key;
    private final transient Object[] particulars;

    Unable(String key, Object... particulars) {
        super(key);
        this.key = key;
        this.particulars = particulars;
    }

    String inWords(Words words) {
        return words.say(key, particulars);
    }
}
