package fundtrail.people;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Makes the key of a production installation's people registry, once and deliberately: {@code MakePeopleKey FILE}.
 * Replaces nothing.
 */
public final class MakePeopleKey {
    private MakePeopleKey() {}

    public static void main(String[] arguments) {
        System.exit(make(arguments, Locale.getDefault(), System.out, System.err));
    }

    /** 0 when the key is made, 1 when it cannot be, 2 when the command line names no one file. */
    static int make(String[] arguments, Locale locale, PrintStream out, PrintStream err) {
        if (arguments.length != 1) {
            err.println(KeyUnusable.said(locale, "usage"));
            return 2;
        }
        Path file = Path.of(arguments[0]).toAbsolutePath();
        try {
            KeyFile.make(file);
        } catch (KeyUnusable unusable) {
            err.println(unusable.text(locale));
            return 1;
        }
        out.println(KeyUnusable.said(locale, "made", file));
        return 0;
    }
}
