package fundtrail.contract.fact;

import fundtrail.contract.Fact;
import fundtrail.contract.Json;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.Tag;
import fundtrail.contract.Tags;
import fundtrail.contract.Text;
import fundtrail.contract.id.CaseId;
import fundtrail.contract.id.ClaimId;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.InstitutionId;
import fundtrail.contract.id.PersonRef;
import fundtrail.contract.id.TipOffId;
import java.util.List;
import java.util.Set;

/**
 * 立案: flagged claims of one institution are inquired into together.
 *
 * @param origin      may be absent
 * @param tipOff      the tip-off it follows; absent where it follows none
 * @param subject     what the case is about
 * @param claims      each flagged and in no other open case; together at most 20 KiB
 * @param responsible who answers for what is inquired into, by reference; absent where that is not known yet; at most 4 KiB
 */
public record CaseOpened(
        CaseId caseId,
        DivisionCode division,
        InstitutionId institution,
        @MayBeAbsent Origin origin,
        @MayBeAbsent TipOffId tipOff,
        String subject,
        List<ClaimId> claims,
        @MayBeAbsent List<PersonRef> responsible)
        implements Fact {

    /** How it came to be opened. */
    public enum Origin {
        /** 举报. */
        TIP_OFF,
        /** 疑点. */
        ALERT,
        /** 监督检查. */
        INSPECTION,
        /** 价格检查. */
        PRICE_INSPECTION,
        /** 审计移交. */
        AUDIT,
        /** 其他部门移交. */
        PASSED_ON
    }

    private static final int MOST_BYTES = 20 * 1024;
    private static final int MOST_BYTES_OF_PEOPLE = 4 * 1024;

    public CaseOpened {
        Text.required("subject", subject, 400);
        claims = List.copyOf(claims);
        if (claims.isEmpty()) {
            throw new IllegalArgumentException("a case is about one claim or more");
        }
        Json.fits("claims", claims, MOST_BYTES);
        if (responsible != null) {
            responsible = List.copyOf(responsible);
            Json.fits("the responsible", responsible, MOST_BYTES_OF_PEOPLE);
        }
        if ((origin == Origin.TIP_OFF) != (tipOff != null)) {
            throw new IllegalArgumentException("a case that follows a tip-off names it");
        }
    }

    @Override
    public Set<Tag> tags() {
        Tags tags = Tags.of(Tags.CASE, caseId).and(Tags.INSTITUTION, institution).and(Tags.TIP_OFF, tipOff);
        claims.forEach(claim -> tags.and(Tags.CLAIM, claim));
        return tags.set();
    }
}
