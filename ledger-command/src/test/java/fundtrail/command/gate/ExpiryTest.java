package fundtrail.command.gate;

import static fundtrail.command.decide.RefusalCode.PROPOSAL_EXPIRED;
import static fundtrail.command.kit.Office.*;
import static fundtrail.command.kit.Sample.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import fundtrail.command.allotbudget.AllotBudget;
import fundtrail.command.kit.Office;
import fundtrail.command.known.Proposals;
import fundtrail.contract.Fact;
import fundtrail.contract.fact.ProposalSubmitted;
import fundtrail.contract.fact.RuleSetPublished;
import fundtrail.contract.id.ProposalId;
import fundtrail.contract.id.RuleSetId;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A proposal says at its submission until when it can be signed; no later rule makes it longer or shorter. */
class ExpiryTest {
    private final Office office = new Office()
            .with(institution(H1), source(CEN), budget(CEN, "100.00"), rules("default-2", 3));

    private static RuleSetPublished rules(String id, int proposalDays) {
        return new RuleSetPublished(new RuleSetId(id), DAY.minusDays(4),
                ((RuleSetPublished) opening().getLast()).programmes(), List.of(), List.of(), 1, 7, proposalDays);
    }

    private static AllotBudget allotment() {
        return new AllotBudget(DAY, DOCUMENT, CEN_H1, H1, DIVISION, CEN, BPH, YEAR, CLASSES, yuan("60.00"));
    }

    @Test
    void it_names_its_last_day_the_division_and_the_amount_its_signers_are_judged_by() {
        Fact submitted = office.asks(BUDGET_OFFICER, allotment()).facts().getLast();
        ProposalSubmitted proposal = assertInstanceOf(ProposalSubmitted.class, submitted);
        assertEquals(DAY.plusDays(3), proposal.expiresOn());
        assertEquals(DIVISION, proposal.division());
        assertEquals(yuan("60.00"), proposal.amount());
    }

    @Test
    void it_is_signed_on_its_last_day() {
        ProposalId proposal = office.proposes(BUDGET_OFFICER, allotment());
        assertEquals(2, office.at(later(Duration.ofDays(3))).approves(ACCOUNTANT, proposal).facts().size());
    }

    @Test
    void after_that_nobody_signs_or_returns_it_and_its_maker_submits_it_anew() {
        ProposalId proposal = office.proposes(BUDGET_OFFICER, allotment());
        office.at(later(Duration.ofDays(4)));
        assertEquals(DAY.plusDays(3).toString(),
                office.approves(ACCOUNTANT, proposal).thenRefused(PROPOSAL_EXPIRED, proposal).details().get("date"));
        office.returns(ACCOUNTANT, proposal).thenRefused(PROPOSAL_EXPIRED, proposal);
        office.checks(CHECKER, proposal).thenRefused(PROPOSAL_EXPIRED, proposal);
        assertEquals(2, office.carries(allotment(), BUDGET_OFFICER, ACCOUNTANT).facts().size());
    }

    @Test
    void it_no_longer_counts_as_open_after_its_last_day() {
        ProposalId proposal = office.proposes(BUDGET_OFFICER, allotment());
        assertEquals(List.of(proposal),
                office.known().proposals().open(DAY.plusDays(3)).stream().map(Proposals.Proposal::id).toList());
        assertEquals(List.of(), office.known().proposals().open(DAY.plusDays(4)));
    }

    @Test
    void its_maker_clears_it_away_all_the_same() {
        ProposalId proposal = office.proposes(BUDGET_OFFICER, allotment());
        office.at(later(Duration.ofDays(4))).withdraws(BUDGET_OFFICER, proposal).facts();
        assertFalse(office.known().proposals().get(proposal).open());
    }

    @Test
    void rules_published_meanwhile_leave_its_last_day_as_it_was() {
        ProposalId proposal = office.proposes(BUDGET_OFFICER, allotment());
        office.with(rules("default-3", 60)).at(later(Duration.ofDays(4)));
        office.approves(ACCOUNTANT, proposal).thenRefused(PROPOSAL_EXPIRED, proposal);
    }
}
