package fundtrail.contract.fact;

import fundtrail.contract.Fact;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.Tag;
import fundtrail.contract.Tags;
import fundtrail.contract.Text;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.InstitutionId;
import fundtrail.contract.id.TipOffId;
import java.time.LocalDate;
import java.util.Set;

/**
 * 举报登记: somebody says that money goes wrong. It posts nothing and proves nothing. Who that was does not stand here.
 *
 * @param institution absent where it names none of the ledger's
 * @param subject     what is said, in words from which the informant cannot be told
 * @param contentHash SHA-256 over a salt and what was said, which lies outside the ledger; may be absent
 */
public record TipOffRecorded(
        TipOffId tipOff,
        DivisionCode division,
        @MayBeAbsent InstitutionId institution,
        Channel channel,
        LocalDate receivedOn,
        String subject,
        @MayBeAbsent String contentHash)
        implements Fact {

    /** The way by which it came. */
    public enum Channel {
        /** 来信. */
        LETTER,
        /** 来访. */
        VISIT,
        /** 电话. */
        TELEPHONE,
        /** 网络. */
        ONLINE,
        /** 其他部门转办. */
        PASSED_ON
    }

    public TipOffRecorded {
        Text.required("subject", subject, 400);
        if (contentHash != null) {
            Text.sha256("content", contentHash);
        }
        if (channel == null || receivedOn == null) {
            throw new IllegalArgumentException("a tip-off says by which way and on which day it came");
        }
    }

    @Override
    public Set<Tag> tags() {
        return Tags.of(Tags.TIP_OFF, tipOff).and(Tags.INSTITUTION, institution).set();
    }
}
