package fundtrail.command.decide;

import fundtrail.command.known.Known;
import fundtrail.contract.id.DivisionCode;
import java.util.Locale;
import java.util.function.BiFunction;

/**
 * One command and all that is its own: how it is decided, which division it belongs to, and what is asked of every
 * wish of its kind.
 *
 * @param command      its record; the record's simple name is the command's name
 * @param decide       pure and total: the wish, the moment and what is known in, facts or a refusal out
 * @param division     the division whose signers are needed; {@code null} when the wish names nothing known, or is for
 *                     the whole ledger
 * @param onMoney      whether a signer without the role leaves a recorded refusal
 * @param needsDocument whether it must name a document
 */
public record Slice<C extends Command>(
        Class<C> command,
        Deciding<C> decide,
        BiFunction<C, Known, DivisionCode> division,
        boolean onMoney,
        boolean needsDocument) {

    /** Refusals in order of precedence, then the facts. */
    @FunctionalInterface
    public interface Deciding<C extends Command> {
        Decision decide(C wish, Moment moment, Known known);
    }

    /** A command that moves no money and belongs to the whole ledger. */
    public static <C extends Command> Slice<C> of(Class<C> command, Deciding<C> decide) {
        return new Slice<>(command, decide, (wish, known) -> null, false, false);
    }

    /** The same, where signers must be of the division the wish belongs to. */
    public Slice<C> in(BiFunction<C, Known, DivisionCode> division) {
        return new Slice<>(command, decide, division, onMoney, needsDocument);
    }

    /** The same, as a command on money or its safety. */
    public Slice<C> money() {
        return new Slice<>(command, decide, division, true, needsDocument);
    }

    /** The same, resting on a document. */
    public Slice<C> documented() {
        return new Slice<>(command, decide, division, onMoney, true);
    }

    public String name() {
        return command.getSimpleName();
    }

    /** A command's name in its URL: {@code AllotBudget} is {@code allot-budget}. */
    public static String pathOf(Class<? extends Command> command) {
        return command.getSimpleName().replaceAll("(?<!^)([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
