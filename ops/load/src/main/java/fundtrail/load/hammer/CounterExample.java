package fundtrail.load.hammer;

/** Something a ledger must never do, and did. */
final class CounterExample extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CounterExample(String what) {
        super(what);
    }

    static void unless(boolean holds, String form, Object... particulars) {
        if (!holds) {
            throw new CounterExample(form.formatted(particulars));
        }
    }
}
