package fundtrail.command.decide;

import fundtrail.command.known.Known;
import fundtrail.contract.Money;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.InstitutionId;
import java.time.LocalDate;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * One command and all that is its own: how it is decided, which division it belongs to, and what is asked of every
 * wish of its kind.
 *
 * @param command      its record; the record's simple name is the command's name
 * @param decide       pure and total: the wish, the moment and what is known in, facts or a refusal out
 * @param division     the division whose signers are needed; {@code null} when the wish names nothing known, or is for
 *                     the whole ledger
 * @param institution  the institution at which a role held at one must be held; {@code null} where the wish is about none
 * @param amount       the amount its signers are limited by, which may be {@code null}; {@code null} where a limit
 *                     means nothing
 * @param onMoney      whether a signer without the role leaves a recorded refusal
 * @param needsDocument whether it must name a document
 * @param fewestHands  the fewest signatures any authority matrix may ask for
 * @param concerns     the day that what a wish corrects counted on, which may be {@code null}; it matters where that day's
 *                     period is closed
 * @param joint        whether two bodies must sign: a rate that one body pays by and another is measured with
 */
public record Slice<C extends Command>(
        Class<C> command,
        Deciding<C> decide,
        BiFunction<C, Known, DivisionCode> division,
        Function<C, InstitutionId> institution,
        BiFunction<C, Known, Money> amount,
        boolean onMoney,
        boolean needsDocument,
        int fewestHands,
        BiFunction<C, Known, LocalDate> concerns,
        boolean joint) {

    /** Refusals in order of precedence, then the facts. */
    @FunctionalInterface
    public interface Deciding<C extends Command> {
        Decision decide(C wish, Moment moment, Known known);
    }

    /** A command of two hands or more that moves no money and belongs to the whole ledger. */
    public static <C extends Command> Slice<C> of(Class<C> command, Deciding<C> decide) {
        return new Slice<>(command, decide, (wish, known) -> null, wish -> null, null, false, false, 2, (wish, known) -> null, false);
    }

    /** The same, where signers must be of the division the wish belongs to. */
    public Slice<C> in(BiFunction<C, Known, DivisionCode> division) {
        return new Slice<>(command, decide, division, institution, amount, onMoney, needsDocument, fewestHands, concerns, joint);
    }

    /** The same, where signers whose role is held at an institution must be of the one the wish is about. */
    public Slice<C> at(Function<C, InstitutionId> institution) {
        return new Slice<>(command, decide, division, institution, amount, onMoney, needsDocument, fewestHands, concerns, joint);
    }

    /** The same, as a command on money or its safety. */
    public Slice<C> money() {
        return new Slice<>(command, decide, division, institution, amount, true, needsDocument, fewestHands, concerns, joint);
    }

    /** The same, as a command on money, each signer of which may be limited to an amount. */
    public Slice<C> money(BiFunction<C, Known, Money> amount) {
        return new Slice<>(command, decide, division, institution, amount, true, needsDocument, fewestHands, concerns, joint);
    }

    /** The same, resting on a document. */
    public Slice<C> documented() {
        return new Slice<>(command, decide, division, institution, amount, onMoney, true, fewestHands, concerns, joint);
    }

    /** The same, for which one signature may suffice: it records what happened outside, carries out what was signed, or stops money. */
    public Slice<C> byOne() {
        return new Slice<>(command, decide, division, institution, amount, onMoney, needsDocument, 1, concerns, joint);
    }

    /** The same, which two bodies must sign. */
    public Slice<C> jointly() {
        return new Slice<>(command, decide, division, institution, amount, onMoney, needsDocument, fewestHands, concerns, true);
    }

    /** The same, as a correction of something that counted on an earlier day. */
    public Slice<C> correcting(BiFunction<C, Known, LocalDate> day) {
        return new Slice<>(command, decide, division, institution, amount, onMoney, needsDocument, fewestHands, day, joint);
    }

    /** The amount signers of the wish are limited by; {@code null} where there is none. */
    public Money amountOf(C wish, Known known) {
        return amount == null ? null : amount.apply(wish, known);
    }

    public String name() {
        return command.getSimpleName();
    }

    /** A command's name in its URL: {@code AllotBudget} is {@code allot-budget}. */
    public static String pathOf(Class<? extends Command> command) {
        return command.getSimpleName().replaceAll("(?<!^)([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
