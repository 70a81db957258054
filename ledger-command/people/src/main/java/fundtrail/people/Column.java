package fundtrail.people;

import java.util.Locale;

/** The sealed columns. Their names are part of what each seal is bound to. */
enum Column {
    WRAPPED_KEY,
    SIGNER,
    REST;

    String sql() {
        return name().toLowerCase(Locale.ROOT);
    }
}
