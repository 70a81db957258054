package fundtrail.command.gate;

import static fundtrail.command.decide.RefusalCode.*;

import fundtrail.command.Slices;
import fundtrail.command.decide.Command;
import fundtrail.command.decide.Decision;
import fundtrail.command.decide.Decision.Accepted;
import fundtrail.command.decide.Decision.Refused;
import fundtrail.command.decide.Moment;
import fundtrail.command.decide.Slice;
import fundtrail.command.gate.Rights.Found.None;
import fundtrail.command.gate.Rights.Found.Right;
import fundtrail.command.gate.Ruling.Signed;
import fundtrail.command.known.Known;
import fundtrail.command.known.Proposals.Proposal;
import fundtrail.command.known.Wishes.Answered;
import fundtrail.command.propose.Contents;
import fundtrail.command.propose.ProposalStep;
import fundtrail.command.propose.ProposalStep.ApproveProposal;
import fundtrail.command.propose.ProposalStep.CheckProposal;
import fundtrail.command.propose.ProposalStep.ReturnProposal;
import fundtrail.command.propose.ProposalStep.WithdrawProposal;
import fundtrail.command.propose.StepOnContent;
import fundtrail.command.propose.Submission;
import fundtrail.contract.Fact;
import fundtrail.contract.Signature;
import fundtrail.contract.Signature.Step;
import fundtrail.contract.fact.AuthorityMatrixSet.Row;
import fundtrail.contract.fact.PersonRegistered;
import fundtrail.contract.fact.ProposalApproved;
import fundtrail.contract.fact.ProposalChecked;
import fundtrail.contract.fact.ProposalReturned;
import fundtrail.contract.fact.ProposalWithdrawn;
import fundtrail.contract.id.PersonRef;
import fundtrail.contract.id.ProposalId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Through which every wish goes, whatever its command: was it asked before, by whom, with which authority, under which
 * signatures. A wish that its author may post alone is decided at once; any other becomes a proposal, and is decided
 * anew at each later hand. Pure: all it knows comes in, all it wants recorded goes out.
 */
public final class Gate {
    /** No more than this many refusals of one person are recorded on one day; then that person is done for the day. */
    static final int RECORDED_REFUSALS_A_DAY = 100;
    /** Of one wish, such as a batch of many held rows, no more than this many are: a bad file is not the end of a day. */
    static final int RECORDED_REFUSALS_A_WISH = 10;

    /**
     * No more than this many proposals of one maker are open at a time: their contents are kept in memory. More than a clerk
     * makes in the month for which they can be signed.
     */
    static final int OPEN_PROPOSALS = 1_000;

    private final Slices slices;

    public Gate(Slices slices) {
        this.slices = slices;
    }

    /**
     * Rules on a wish at the head.
     *
     * @param now          the server's clock
     * @param headPosition the last position decided, −1 for none
     * @param headTime     when that was recorded
     */
    public Ruling rule(Wish wish, Command command, Instant now, long headPosition, Instant headTime, Known known) {
        Answered before = known.wishes().answered(wish.person(), wish.key());
        if (before != null && before.isFor(wish.hash())) {
            return new Ruling.AskedBefore(before.firstPosition(), before.lastPosition());
        }
        StepOnContent brought = command instanceof StepOnContent step ? step : null;
        return new Sitting(wish, brought == null ? command : brought.step(), brought, recordedAt(wish.rehearsalClock(), now, headTime, known), headPosition, known)
                .rule(before != null, wish.rehearsalClock() != null && wish.rehearsalClock().isBefore(headTime), headTime);
    }

    /** In a rehearsal whose wishes carry a clock, time stands still between them; else it is the server's. */
    public static Instant recordedAt(Instant asked, Instant now, Instant headTime, Known known) {
        if (asked != null) {
            return asked.isBefore(headTime) ? headTime : asked;
        }
        return known.isOnRehearsalClock() || now.isBefore(headTime) ? headTime : now;
    }

    /** One wish before the gate. */
    private final class Sitting {
        private final Wish wish;
        private final Command command;
        /** {@code null} when none was brought along. */
        private final StepOnContent brought;

        private final Instant recordedAt;
        private final LocalDate today;
        private final long headPosition;
        private final Known known;

        Sitting(Wish wish, Command command, StepOnContent brought, Instant recordedAt, long headPosition, Known known) {
            this.wish = wish;
            this.command = command;
            this.brought = brought;
            this.recordedAt = recordedAt;
            this.today = known.dateOf(recordedAt);
            this.headPosition = headPosition;
            this.known = known;
        }

        Ruling rule(boolean keyUsed, boolean clockBackwards, Instant headTime) {
            if (keyUsed) {
                return refuse(Decision.refused(KEY_REUSED, wish.key()), false);
            }
            if (clockBackwards) {
                return refuse(Decision.refused(CLOCK_BACKWARDS, wish.rehearsalClock()).with("head", headTime), false);
            }
            PersonRegistered person = known.people().person(wish.person());
            if (person == null) {
                return refuse(Decision.refused(PERSON_UNKNOWN, wish.person()), false);
            }
            if (!person.registryHash().equals(wish.registryHash())) {
                return refuse(Decision.refused(REGISTRY_CHANGED, wish.person()), true);
            }
            if (known.wishes().refusalsOn(wish.person(), today) >= RECORDED_REFUSALS_A_DAY) {
                return refuse(Decision.refused(TOO_MANY_REFUSALS, wish.person()).with("number", RECORDED_REFUSALS_A_DAY), false);
            }
            return switch (command) {
                case ProposalStep step -> sign(step);
                default -> submit(slices.of(command), command);
            };
        }

        private <C extends Command> Ruling submit(Slice<C> slice, Command command) {
            C wished = slice.command().cast(command);
            Row needed = known.rules().authority(slice.name());
            if (needed == null) {
                return refuse(Decision.refused(COMMAND_WITHOUT_AUTHORITY, slice.name()), slice.onMoney());
            }
            return switch (rights(slice, wished, List.of(), null).of(wish.person(), needed.hand(0))) {
                case None none -> refuse(none.why(), slice.onMoney());
                case Right right -> submit(slice, wished, needed, hand(Step.MAKER, right));
            };
        }

        private <C extends Command> Ruling submit(Slice<C> slice, C wished, Row needed, Signature maker) {
            boolean alone = needed.hands().size() == 1;
            if (!alone && known.proposals().openOf(wish.person()) >= OPEN_PROPOSALS) {
                return refuse(Decision.refused(TOO_MANY_PROPOSALS, wish.person()).with("number", OPEN_PROPOSALS), false);
            }
            return switch (decide(slice, wished, List.of(maker), alone ? null : wish.proposal())) {
                case Refused refused -> refuse(refused, slice.onMoney());
                case Accepted accepted when alone -> record(results(slice, wished, accepted.facts(), List.of(maker), null));
                case Accepted accepted -> record(Submission.facts(wish.proposal(), wished, wish.hash(),
                                slice.division().apply(wished, known), slice.amountOf(wished, known),
                                known.rules().expiryOfProposal(today), headPosition).stream()
                        .map(fact -> new Signed(fact, today, List.of(maker), null, null))
                        .toList());
            };
        }

        private Ruling sign(ProposalStep step) {
            Proposal proposal = known.proposals().get(step.proposal());
            if (proposal == null) {
                return refuse(Decision.refused(PROPOSAL_UNKNOWN, step.proposal()), true);
            }
            if (!proposal.open()) {
                return refuse(Decision.refused(PROPOSAL_CLOSED, step.proposal()), true);
            }
            if (today.isAfter(proposal.expiresOn()) && !(step instanceof WithdrawProposal)) {
                return refuse(Decision.refused(PROPOSAL_EXPIRED, step.proposal()).with("date", proposal.expiresOn()), true);
            }
            if (!proposal.contentHash().equals(step.contentHash())) {
                return refuse(Decision.refused(CONTENT_CHANGED, step.proposal()).with("hash", proposal.contentHash()), true);
            }
            return signKnown(slices.named(proposal.command()), step, proposal);
        }

        private <C extends Command> Ruling signKnown(Slice<C> slice, ProposalStep step, Proposal proposal) {
            Row needed = known.rules().authority(slice.name());
            if (needed == null) {
                return refuse(Decision.refused(COMMAND_WITHOUT_AUTHORITY, slice.name()), slice.onMoney());
            }
            int hands = proposal.signatures().size();
            boolean last = hands >= needed.hands().size() - 1;
            if (step instanceof CheckProposal && last || step instanceof ApproveProposal && !last) {
                return refuse(Decision.refused(OUT_OF_TURN, step.proposal())
                        .with("next", last ? "approve-proposal" : "check-proposal"), slice.onMoney());
            }
            if (step instanceof WithdrawProposal withdraw) {
                return withdraw(withdraw, proposal, slice.onMoney());
            }
            if (proposal.content() == null && brought == null) {
                return new Ruling.ContentNeeded(
                        new Contents.Place(proposal.id(), proposal.firstPosition(), proposal.lastPosition()), slice.name());
            }
            C content = StepOnContent.contentOf(proposal, brought, slice.command());
            return switch (rights(slice, content, proposal.signatures(), step.proposal()).of(wish.person(), needed.hand(hands))) {
                case None none -> refuse(none.why(), slice.onMoney());
                case Right right -> signKnown(slice, content, step, proposal, hand(last ? Step.APPROVER : Step.CHECKER, right));
            };
        }

        /** Whoever signs, signs what could be decided so at this moment; whoever returns it need not. */
        private <C extends Command> Ruling signKnown(
                Slice<C> slice, C content, ProposalStep step, Proposal proposal, Signature hand) {
            if (step instanceof ReturnProposal back) {
                return record(ofProposal(
                        new ProposalReturned(back.proposal(), back.contentHash(), back.reason()), List.of(hand), back));
            }
            List<Signature> hands = new ArrayList<>(proposal.signatures());
            hands.add(hand);
            return switch (decide(slice, content, hands, step.proposal())) {
                case Refused refused -> refuse(refused, slice.onMoney());
                case Accepted accepted when hand.step() == Step.CHECKER ->
                    record(ofProposal(new ProposalChecked(step.proposal(), step.contentHash()), List.of(hand), step));
                case Accepted accepted -> {
                    List<Signed> facts = new ArrayList<>(
                            ofProposal(new ProposalApproved(step.proposal(), step.contentHash()), hands, step));
                    facts.addAll(results(slice, content, accepted.facts(), hands, step));
                    yield record(facts);
                }
            };
        }

        private Ruling withdraw(WithdrawProposal step, Proposal proposal, boolean onMoney) {
            Signature maker = proposal.signatures().getFirst();
            if (!maker.person().equals(wish.person())) {
                return refuse(Decision.refused(NOT_THE_MAKER, step.proposal()), onMoney);
            }
            return record(ofProposal(
                    new ProposalWithdrawn(step.proposal(), step.contentHash(), step.reason()),
                    List.of(new Signature(Step.MAKER, maker.role(), wish.person(), maker.onBehalfOf(), null)),
                    step));
        }

        private <C extends Command> Rights rights(Slice<C> slice, C wished, List<Signature> before, ProposalId proposal) {
            return new Rights(known, today, slice.name(), slice.division().apply(wished, known),
                    slice.institution().apply(wished), slice.amountOf(wished, known), before, proposal);
        }

        private Signature hand(Step step, Right right) {
            return new Signature(step, right.role(), wish.person(), right.onBehalfOf(), null);
        }

        private <C extends Command> Decision decide(Slice<C> slice, C wished, List<Signature> hands, ProposalId proposal) {
            Dating dating = Dating.of(slice, wished, today, known);
            Refused misdated = dating.refusal(wished);
            if (misdated != null) {
                return misdated;
            }
            if (slice.needsDocument() && wished.document() == null) {
                return Decision.refused(DOCUMENT_REQUIRED, slice.name());
            }
            List<PersonRef> people = hands.stream()
                    .flatMap(hand -> Stream.of(hand.person(), hand.onBehalfOf()).filter(Objects::nonNull))
                    .toList();
            return dating.over(slice.decide().decide(
                    wished, new Moment(recordedAt, today, dating.effectiveDate(), people, proposal), known));
        }

        private List<Signed> ofProposal(Fact fact, List<Signature> hands, ProposalStep step) {
            return List.of(new Signed(fact, today, hands, step.proposal(), null));
        }

        private <C extends Command> List<Signed> results(
                Slice<C> slice, C wished, List<Fact> facts, List<Signature> hands, ProposalStep step) {
            Dating dating = Dating.of(slice, wished, today, known);
            return facts.stream()
                    .map(fact -> new Signed(fact, dating.effectiveDate(), dating.concerns(), hands,
                            step == null ? null : step.proposal(), wished.document()))
                    .toList();
        }

        private Ruling record(List<Signed> facts) {
            return new Ruling.Record(recordedAt, facts);
        }

        private Ruling refuse(Refused refused, boolean onMoney) {
            return Notable.ruling(refused, onMoney, wish.person(), command, recordedAt, today, known);
        }
    }
}
