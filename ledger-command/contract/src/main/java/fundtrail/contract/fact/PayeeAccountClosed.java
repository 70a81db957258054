package fundtrail.contract.fact;

import fundtrail.contract.Fact;
import fundtrail.contract.Tag;
import fundtrail.contract.Tags;
import fundtrail.contract.Text;
import fundtrail.contract.id.InstitutionId;
import fundtrail.contract.id.PayeeAccountId;
import java.util.Set;

/** 收款账户注销: from its recording on, nothing is paid to it. */
public record PayeeAccountClosed(PayeeAccountId payeeAccount, InstitutionId institution, String reason) implements Fact {
    public PayeeAccountClosed {
        Text.required("reason", reason, 400);
    }

    @Override
    public Set<Tag> tags() {
        return Tags.of(Tags.PAYEE_ACCOUNT, payeeAccount).and(Tags.INSTITUTION, institution).set();
    }
}
