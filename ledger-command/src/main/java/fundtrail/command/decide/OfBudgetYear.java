package fundtrail.command.decide;

/** A wish about a budget year, or that begins one in the books. */
public interface OfBudgetYear extends Command {
    int budgetYear();
}
