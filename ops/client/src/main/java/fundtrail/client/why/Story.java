package fundtrail.client.why;

import fundtrail.client.Words;

/** An explanation as it grows: headings, and below each its sentences. What is not known is left out. */
public final class Story {
    private final StringBuilder text = new StringBuilder();
    private final Words words;

    Story(Words words) {
        this.words = words;
    }

    Words words() {
        return words;
    }

    Story part(String key, Object... particulars) {
        text.append(text.isEmpty() ? "" : "\n").append("■ ").append(words.say(key, particulars)).append('\n');
        return this;
    }

    Story say(String key, Object... particulars) {
        return line(words.say(key, particulars));
    }

    /** A table or any other lines, each set in as sentences are. */
    Story lines(String lines) {
        lines.lines().forEach(this::line);
        return this;
    }

    private Story line(String line) {
        text.append("  ").append(line).append('\n');
        return this;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
