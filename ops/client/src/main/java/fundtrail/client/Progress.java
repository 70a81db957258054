package fundtrail.client;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;

/**
 * Says how far something is: a bar that grows where a person watches, and a line for each part that is done where the
 * output goes to a file. Used by one thread.
 */
public final class Progress {
    private static final int WIDTH = 24;
    /** So that a bar stays on one line of a narrow terminal, where it is drawn over and over. */
    private static final int LONGEST_PART = 28;
    private static final String CLEAR_LINE = "\r\u001b[K";

    private final PrintStream out;
    private final boolean watched;
    private final Words words;
    private final InstantSource clock;
    private final Instant begun;

    private String part = "";
    private long done;
    private long of;
    private long shown = -1;

    /** @param watched whether {@code out} is a terminal */
    public Progress(PrintStream out, boolean watched, Words words, InstantSource clock) {
        this.out = out;
        this.watched = watched;
        this.words = words;
        this.clock = clock;
        this.begun = clock.instant();
    }

    /** On standard error; watched when the shell's terminal is there. */
    public static Progress onTerminal(Words words) {
        return new Progress(System.err, System.console() != null && System.console().isTerminal(), words, InstantSource.system());
    }

    public Words words() {
        return words;
    }

    /** A line of its own, after the seconds since the beginning. */
    public void say(String line) {
        out.println(stamp() + line);
    }

    /** A part of so many steps begins. */
    public void begin(String part, long of) {
        this.part = part;
        this.of = of;
        this.done = 0;
        this.shown = -1;
        show();
    }

    public void advance() {
        at(done + 1);
    }

    /** So many steps are done. */
    public void at(long done) {
        this.done = done;
        show();
    }

    /** The part is done. */
    public void end() {
        out.println((watched ? CLEAR_LINE : "") + stamp() + part + "  " + done + "/" + of);
        part = "";
    }

    private void show() {
        long filled = of == 0 ? WIDTH : Math.min(WIDTH, done * WIDTH / of);
        if (watched && filled != shown) {
            shown = filled;
            String bar = "█".repeat((int) filled) + "░".repeat((int) (WIDTH - filled));
            out.print(CLEAR_LINE + stamp() + TextTable.shortened(part, LONGEST_PART) + "  " + bar + " " + done + "/" + of);
            out.flush();
        }
    }

    private String stamp() {
        long tenths = Duration.between(begun, clock.instant()).toMillis() / 100;
        return String.format(Locale.ROOT, "%4d.%d s  ", tenths / 10, tenths % 10);
    }
}
