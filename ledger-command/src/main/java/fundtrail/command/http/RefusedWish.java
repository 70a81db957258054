package fundtrail.command.http;

import fundtrail.command.decide.Decision.Refused;

/** Carries a refusal from a controller to where problem documents are written. */
final class RefusedWish extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Refused refused;

    RefusedWish(Refused refused) {
        super(refused.code().name(), null, false, false);
        this.refused = refused;
    }

    Refused refused() {
        return refused;
    }
}
