package fundtrail.command;

import fundtrail.command.allotbudget.AllotBudget;
import fundtrail.command.allotbudget.AllotBudgetDecision;
import fundtrail.command.decide.Command;
import fundtrail.command.decide.Slice;
import fundtrail.command.registerinstitution.RegisterInstitution;
import fundtrail.command.registerinstitution.RegisterInstitutionDecision;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Every command there is, with all that is its own. The steps of a proposal stand beside them in the gate. */
public final class Slices {
    private static final List<Slice<? extends Command>> ALL = List.of(
            // Master data
            Slice.of(RegisterInstitution.class, RegisterInstitutionDecision::decide).in((wish, known) -> wish.division()),

            // Authority and money in
            Slice.of(AllotBudget.class, AllotBudgetDecision::decide).in((wish, known) -> wish.division()).money().documented());

    private final Map<String, Slice<? extends Command>> byName =
            ALL.stream().collect(Collectors.toMap(Slice::name, Function.identity()));

    public List<Slice<? extends Command>> all() {
        return ALL;
    }

    /** @throws IllegalArgumentException when there is no such command */
    public Slice<? extends Command> named(String name) {
        Slice<? extends Command> slice = byName.get(name);
        if (slice == null) {
            throw new IllegalArgumentException("there is no command " + name);
        }
        return slice;
    }

    public Slice<? extends Command> of(Command command) {
        return named(command.getClass().getSimpleName());
    }
}
