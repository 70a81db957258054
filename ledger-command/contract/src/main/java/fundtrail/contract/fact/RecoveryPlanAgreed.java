package fundtrail.contract.fact;

import fundtrail.contract.Fact;
import fundtrail.contract.Json;
import fundtrail.contract.Money;
import fundtrail.contract.Tag;
import fundtrail.contract.Tags;
import fundtrail.contract.id.ClawbackId;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.InstitutionId;
import java.util.List;
import java.util.Set;

/**
 * 分期约定: what is outstanding of a claw-back is paid in instalments; the last agreement counts. What comes in pays the
 * earliest first.
 *
 * @param revision    1 for the first agreement, and one more for each that replaces it
 * @param amount      what is outstanding
 * @param instalments in ascending order of their days, no two on one; what they add up to is the amount; at most 12 KiB
 */
public record RecoveryPlanAgreed(
        ClawbackId clawback, DivisionCode division, InstitutionId institution, int revision, Money amount, List<Instalment> instalments)
        implements Fact {
    private static final int MOST_BYTES = 12 * 1024;

    public RecoveryPlanAgreed {
        instalments = List.copyOf(instalments);
        Json.fits("instalments", instalments, MOST_BYTES);
        if (revision < 1 || instalments.isEmpty()
                || !Money.sum(instalments.stream().map(Instalment::amount).toList()).equals(amount)) {
            throw new IllegalArgumentException("instalments add up to " + amount + ", and a plan has a revision from 1");
        }
        for (int i = 1; i < instalments.size(); i++) {
            if (!instalments.get(i - 1).dueOn().isBefore(instalments.get(i).dueOn())) {
                throw new IllegalArgumentException("each instalment is due later than the one before");
            }
        }
    }

    @Override
    public Set<Tag> tags() {
        return Tags.of(Tags.CLAWBACK, clawback).and(Tags.INSTITUTION, institution).set();
    }
}
