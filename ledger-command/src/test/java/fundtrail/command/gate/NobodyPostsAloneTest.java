package fundtrail.command.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import fundtrail.command.Slices;
import fundtrail.command.decide.Command;
import fundtrail.command.decide.Decision.Refused;
import fundtrail.command.decide.RefusalCode;
import fundtrail.command.decide.Slice;
import fundtrail.command.kit.AuthorityOracle;
import fundtrail.command.kit.Office;
import fundtrail.command.kit.RandomBureau.Asked;
import fundtrail.command.kit.RandomBureau;
import fundtrail.command.kit.Seed;
import fundtrail.command.kit.SignedProperly;
import fundtrail.command.propose.ProposalStep;
import fundtrail.contract.Entry;
import fundtrail.contract.fact.ProposalSubmitted;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Thousands of wishes by people of random roles under random matrices, each judged a second time from the log alone. */
class NobodyPostsAloneTest {
    private static final int WISHES = 12_000;

    private final long seed = Seed.given();
    private final RandomBureau bureau = new RandomBureau(seed);
    private final Office office = bureau.office();
    private final AuthorityOracle oracle = new AuthorityOracle();
    private final SignedProperly signed = new SignedProperly(oracle);
    private final Slices slices = new Slices();
    private final Set<RefusalCode> refused = EnumSet.noneOf(RefusalCode.class);
    private int folded;
    private int stood;

    @Test
    void no_fact_lacks_a_signature_no_two_are_one_persons_and_every_refusal_is_the_first_in_its_order() {
        for (int i = 0; i < WISHES; i++) {
            Asked asked = bureau.next();
            catchUp();
            String where = "-Dfundtrail.seed=" + seed + ", wish " + i + ", " + asked;
            RefusalCode expected = expected(asked);
            boolean before = oracle.askedBefore(asked.person(), asked.key(), Wish.hash(asked.wish()));
            Office.Answer answer = office.asks(asked.person(), asked.key(), asked.wish());
            for (Entry entry : answer.recorded()) {
                signed.check(entry, asked.wish().getClass().getSimpleName(), where);
            }
            judge(answer, expected, before, where);
            answer.recorded().stream().map(Entry::fact).forEach(fact -> {
                if (fact instanceof ProposalSubmitted submitted) {
                    bureau.saw(submitted.proposal());
                }
            });
        }
        String run = "-Dfundtrail.seed=" + seed;
        assertTrue(signed.checked() > 1_000, run + ": only " + signed.checked() + " facts");
        assertTrue(stood > 150, run + ": only " + stood + " proposals were approved");
        Set<RefusalCode> authority = EnumSet.range(RefusalCode.PROPOSAL_UNKNOWN, RefusalCode.SIGNER_CONFLICT);
        authority.removeAll(refused);
        assertEquals(Set.of(), authority, run + ": never met");
    }

    private void judge(Office.Answer answer, RefusalCode expected, boolean before, String where) {
        switch (answer.ruling()) {
            case Ruling.AskedBefore _ -> assertTrue(before, where);
            case Ruling.ContentNeeded _ -> fail(where + ": the content was brought along");
            case Ruling.Record record -> {
                assertEquals(null, expected, where);
                stood += record.facts().size() > 1 ? 1 : 0;
            }
            case Ruling.Refuse refuse -> {
                Refused why = refuse.refused();
                refused.add(why.code());
                if (expected != null) {
                    assertEquals(expected, why.code(), where);
                } else {
                    assertTrue(why.code().compareTo(RefusalCode.SIGNER_CONFLICT) > 0, where + ": refused with " + why);
                }
            }
        }
    }

    private RefusalCode expected(Asked asked) {
        LocalDate today = bureau.today();
        RefusalCode first = oracle.refusal(asked.person(), asked.key(), today, Gate.RECORDED_REFUSALS_A_DAY);
        if (first != null) {
            return first;
        }
        return asked.wish() instanceof ProposalStep step
                ? oracle.refusal(asked.person(), step, today)
                : expected(slices.of(asked.wish()), asked, today);
    }

    private <C extends Command> RefusalCode expected(Slice<C> slice, Asked asked, LocalDate today) {
        C wish = assertInstanceOf(slice.command(), asked.wish());
        return oracle.refusal(asked.person(), slice.name(), slice.division().apply(wish, office.known()),
                slice.institution().apply(wish), slice.amountOf(wish, office.known()), today);
    }

    private void catchUp() {
        List<Entry> log = office.log();
        log.subList(folded, log.size()).forEach(oracle::fold);
        folded = log.size();
    }
}
