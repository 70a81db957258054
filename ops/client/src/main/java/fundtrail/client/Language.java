package fundtrail.client;

import picocli.CommandLine.Option;

/** The language a program of ours speaks: an option that each has. */
public final class Language {
    private enum Tag { zh, en }

    @Option(names = "--lang", paramLabel = "zh|en", description = "the language spoken; without it, the shell's")
    private Tag tag;

    /** What is said, in the language asked for or the shell's. */
    public Words words() {
        return tag == null ? Words.ofShell(System.getenv()) : Words.in(tag.name());
    }
}
