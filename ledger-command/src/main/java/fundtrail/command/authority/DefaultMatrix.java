package fundtrail.command.authority;

import static fundtrail.contract.Role.*;

import fundtrail.contract.Role;
import fundtrail.contract.fact.AuthorityMatrixSet;
import fundtrail.contract.fact.AuthorityMatrixSet.Row;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * The authority matrix (分工表) a ledger opens with: whose signatures each command needs, first to last. A bureau sets
 * its own with {@code set-authority-matrix}.
 */
public final class DefaultMatrix {
    private static final AuthorityMatrixSet MATRIX = new AuthorityMatrixSet(List.of(
            // People
            row("RegisterPerson", AD, CA),
            row("GrantRole", AD, CA),
            row("RevokeRole", AD, CA),
            row("SetAuthorityMatrix", AD, CA),

            // Master data
            row("PublishRuleSet", BO, CA),
            row("RegisterInstitution", CL, CK),
            row("RegisterFundSource", BO, CA),
            row("RegisterTreasuryAccount", CK, CA),
            row("RegisterPayeeAccount", CL, CK),
            row("ClosePayeeAccount", CL, CK),

            // Authority and money in
            row("ApproveBudget", BO, CK, CA),
            row("AllotBudget", BO, CA),
            row("RecordFundReceipt", CS),
            row("ReverseEntry", CL, CK, CA),

            // Payments
            row("DisburseBatch", CL, CK, CA),
            row("ExecuteBatch", CS),
            row("CancelBatch", CS),
            row("ConfirmPayment", CS),
            row("ReturnPayment", CS),

            // Holds
            row("PlacePaymentHold", IN),
            new Row("ReleasePaymentHold", List.of(Set.of(IN, LO)))));

    private DefaultMatrix() {}

    public static AuthorityMatrixSet matrix() {
        return MATRIX;
    }

    private static Row row(String command, Role... hands) {
        return new Row(command, Arrays.stream(hands).map(Set::of).toList());
    }
}
