package fundtrail.command.kit;

/**
 * Which of all random walks a test goes: the same each time, so that a change is to blame for what it finds; another one by
 * {@code -Dfundtrail.seed}.
 */
public final class Seed {
    private Seed() {}

    public static long given() {
        return Long.getLong("fundtrail.seed", 33_05_21_2026L);
    }
}
