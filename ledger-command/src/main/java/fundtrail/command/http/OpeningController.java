package fundtrail.command.http;

import fundtrail.command.open.Claim;
import fundtrail.command.open.OpeningSecret;
import fundtrail.command.open.Openings;
import fundtrail.command.open.ProductionOpening;
import fundtrail.command.open.SecretClaim;
import fundtrail.contract.Json;
import fundtrail.contract.Role;
import fundtrail.contract.id.PersonRef;
import fundtrail.tokens.Bearer;
import fundtrail.tokens.TokenRefused;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /opening/claims}: one of a production ledger's first two binds a sign-in; the second opens the ledger. */
@RestController
final class OpeningController {
    static final String CLAIMS = "/opening/claims";
    private static final int MAX_BYTES = 1024 * 1024;

    /**
     * What a claim came to.
     *
     * @param outcome CLAIMED, or OPENED with the second claim
     * @param person  to whom the sign-in is bound now
     * @param awaited whose claims are missing
     */
    record Claimed(Outcome outcome, PersonRef person, Role role, List<String> awaited) {}

    /** Whether the ledger still waits. */
    enum Outcome { CLAIMED, OPENED }

    private final Door door;
    private final Openings openings;
    private final Clock clock;

    OpeningController(Door door, Openings openings, Clock clock) {
        this.door = door;
        this.openings = openings;
        this.clock = clock;
    }

    @PostMapping(CLAIMS)
    ResponseEntity<byte[]> claim(HttpServletRequest request) throws IOException, SQLException, TokenRefused {
        Bearer bearer = door.bearer(request);
        ProductionOpening opening = openings.waiting().orElseThrow(this::nothingToClaim);
        FreshSignIn.require(bearer, clock.instant());
        OpeningSecret secret = secret(WishReader.read(door.content(request, MAX_BYTES), SecretClaim.class));
        return switch (claimed(opening, secret, bearer)) {
            case Claim.Bound bound -> answer(opening, bound.holder());
            case Claim.TooLate _ -> throw new TurnedAway(DoorCode.LEDGER_OPEN);
            case Claim.Closed _ -> throw new TurnedAway(DoorCode.CLAIMS_CLOSED).with("most", Claim.MOST_WRONG);
            case Claim.Wrong wrong -> throw new TurnedAway(DoorCode.SECRET_WRONG).with("left", wrong.left());
            case Claim.Expired expired -> throw new TurnedAway(DoorCode.SECRET_EXPIRED).with("at", expired.at());
            case Claim.Used _ -> throw new TurnedAway(DoorCode.SECRET_USED);
            case Claim.SignInBound bound -> throw new TurnedAway(DoorCode.SIGN_IN_BOUND).with("other", bound.other());
        };
    }

    private TurnedAway nothingToClaim() {
        List<String> awaited = openings.awaited();
        return awaited.isEmpty()
                ? new TurnedAway(DoorCode.LEDGER_OPEN)
                : new TurnedAway(DoorCode.LEDGER_NOT_OPENED).with("awaited", String.join(", ", awaited));
    }

    private static OpeningSecret secret(SecretClaim claim) {
        try {
            return OpeningSecret.read(claim.secret());
        } catch (OpeningSecret.Mistyped e) {
            throw e.group() == 0
                    ? new TurnedAway(DoorCode.SECRET_MALFORMED)
                    : new TurnedAway(DoorCode.SECRET_MISTYPED).with("group", e.group());
        }
    }

    private static Claim claimed(ProductionOpening opening, OpeningSecret secret, Bearer bearer) throws SQLException {
        try {
            return opening.claim(secret, bearer.issuer(), bearer.subject());
        } catch (CompletionException e) {
            throw LaneProblems.of(e);
        }
    }

    private ResponseEntity<byte[]> answer(ProductionOpening opening, Role holder) {
        List<String> awaited = openings.awaited();
        boolean isOpen = awaited.isEmpty();
        Claimed claimed = new Claimed(
                isOpen ? Outcome.OPENED : Outcome.CLAIMED, opening.first(holder).person(), holder, awaited);
        return ResponseEntity.status(isOpen ? 201 : 200).contentType(MediaType.APPLICATION_JSON).body(Json.canonical(claimed));
    }
}
