package fundtrail.command.http;

import fundtrail.command.WritingSide;
import fundtrail.command.approvefundingplan.ApproveFundingPlan;
import fundtrail.command.decide.Form;
import fundtrail.command.gate.Signers;
import fundtrail.command.known.ProgrammeYear;
import fundtrail.contract.Json;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.ProgrammeCode;
import fundtrail.tokens.TokenRefused;
import jakarta.servlet.http.HttpServletRequest;
import java.sql.SQLException;
import java.time.Clock;
import java.util.function.Function;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /funding-plans/<division>/<programme>/<budget year>/proposal}: the plan the ledger proposes, from what is known at the head. */
@RestController
final class FundingPlanController {
    static final String PROPOSAL = "/funding-plans/{division}/{programme}/{budgetYear}/proposal";
    private static final String COMMAND = ApproveFundingPlan.class.getSimpleName();

    private final WritingSide ledger;
    private final Door door;
    private final Clock clock;

    FundingPlanController(WritingSide ledger, Door door, Clock clock) {
        this.ledger = ledger;
        this.door = door;
        this.clock = clock;
    }

    @GetMapping(PROPOSAL)
    ResponseEntity<byte[]> propose(
            @PathVariable("division") String division,
            @PathVariable("programme") String programme,
            @PathVariable("budgetYear") String budgetYear,
            HttpServletRequest request) throws TokenRefused, SQLException {
        Caller caller = door.caller(request);
        ProgrammeYear year = new ProgrammeYear(part("division", division, DivisionCode::new),
                part("programme", programme, ProgrammeCode::new), part("budgetYear", budgetYear, FundingPlanController::year));
        requireHand(caller, year.division());
        FundingPlanProposal proposal = ledger.look(known -> FundingPlanProposal.of(year, known)).join();
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(Json.canonical(proposal));
    }

    /** A proposal tells what is allotted to whom, and what the reserve holds: it is for those who could sign a plan there. */
    private void requireHand(Caller caller, DivisionCode division) {
        boolean may = ledger.look(known ->
                Signers.include(caller.person(), COMMAND, division, known.dateOf(clock.instant()), known)).join();
        if (!may) {
            throw new TurnedAway(DoorCode.NO_HAND_IN_PLANS).with("division", division);
        }
    }

    private static Integer year(String text) {
        Integer year = Integer.valueOf(text);
        Form.budgetYear(year);
        return year;
    }

    private static <T> T part(String name, String value, Function<String, T> form) {
        try {
            return form.apply(value);
        } catch (IllegalArgumentException e) {
            throw new TurnedAway(DoorCode.PARAMETER_WRONG).with("name", name).with("value", value).with("why", e.getMessage());
        }
    }
}
