package fundtrail.command.gate;

import fundtrail.command.decide.Command;
import fundtrail.command.decide.Decision;
import fundtrail.command.decide.Decision.Refused;
import fundtrail.command.known.Known;
import fundtrail.contract.fact.CommandRefused;
import fundtrail.contract.id.PersonRef;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** Which refusals are recorded: those that touch money's safety, the first of its day, up to a number a day. */
final class Notable {
    private Notable() {}

    /** @param onMoney whether the refused command is one on money */
    static Ruling.Refuse ruling(
            Refused refused, boolean onMoney, PersonRef person, Command command, Instant recordedAt, LocalDate today, Known known) {
        int room = Gate.RECORDED_REFUSALS_A_DAY - known.wishes().refusalsOn(person, today);
        List<CommandRefused> notable = Stream.concat(Stream.of(refused), refused.faults().stream().map(Decision.RowFault::why))
                .filter(why -> why.code().recorded.applies(onMoney))
                .map(why -> new CommandRefused(person, command.getClass().getSimpleName(), why.code().name(), why.subject()))
                .distinct()
                .toList();
        List<CommandRefused> recorded = notable.stream()
                .filter(fact -> !known.wishes().isRecorded(fact, today))
                .limit(Math.clamp(room, 0, Gate.RECORDED_REFUSALS_A_WISH))
                .toList();
        return new Ruling.Refuse(refused, recordedAt, today, recorded, notable.size() - recorded.size());
    }
}
