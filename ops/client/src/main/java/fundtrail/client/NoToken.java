package fundtrail.client;

/** The folder named gives no token, or cannot be read. */
public final class NoToken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String key;
    private final transient Object[] particulars;

    NoToken(String key, Object... particulars) {
        super(Words.in("en").say(key, particulars));
        this.key = key;
        this.particulars = particulars;
    }

    public String inWords(Words words) {
        return words.say(key, particulars);
    }
}
