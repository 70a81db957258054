package fundtrail.command.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import fundtrail.command.Slices;
import fundtrail.command.decide.Command;
import fundtrail.command.decide.Decision.Refused;
import fundtrail.command.decide.RefusalCode;
import fundtrail.command.gate.Gate;
import fundtrail.command.gate.Ruling;
import fundtrail.command.gate.Ruling.Signed;
import fundtrail.command.gate.Wish;
import fundtrail.command.known.Known;
import fundtrail.command.refusals.RefusalTexts;
import fundtrail.contract.Entry;
import fundtrail.contract.Envelope;
import fundtrail.contract.Fact;
import fundtrail.contract.FactTypes;
import fundtrail.contract.Role;
import fundtrail.contract.Signature;
import fundtrail.contract.Signature.Step;
import fundtrail.contract.fact.AuthorityMatrixSet;
import fundtrail.contract.fact.LedgerOpened;
import fundtrail.contract.fact.RoleGranted;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.PersonRef;
import fundtrail.contract.id.ProposalId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * A ledger in which some facts have happened, and what it answers to a wish: {@code given(facts).when(wish).then(facts)}.
 * Every command needs one signature here, and {@link Sample#TESTER} holds every role, so that a test shows one
 * command's own rules; {@link #by} lets someone else ask. Facts are recorded at ten o'clock on {@link Sample#DAY}, or
 * the day last named by {@link #on}.
 */
public final class Given {
    private final Known known = new Known();
    private final Gate gate = new Gate(new Slices());
    private final List<Fact> log = new ArrayList<>();
    private long position;
    private LocalDate day = Sample.DAY;
    private PersonRef person = Sample.TESTER;
    private PersonRef signer = Sample.EARLIER;

    private Given() {}

    /** A ledger opened with {@link Sample}'s division, people and rules, and then these facts. */
    public static Given given(Fact... facts) {
        Given given = new Given();
        Sample.opening().forEach(given::happened);
        given.happened(new AuthorityMatrixSet(new Slices().all().stream()
                .map(slice -> new AuthorityMatrixSet.Row(slice.name(), List.of(AuthorityMatrixSet.Signer.anyOf(Role.values()))))
                .toList()));
        for (Role role : Role.values()) {
            if (!role.isOfInstitution()) {
                given.happened(new RoleGranted(Sample.TESTER, role, Sample.DIVISION, null));
                given.happened(new RoleGranted(Sample.OTHER, role, Sample.DIVISION, null));
            }
        }
        return given.and(facts);
    }

    /** More facts, on the same day. */
    public Given and(Fact... facts) {
        List.of(facts).forEach(this::happened);
        return this;
    }

    /** The books of this division are kept here too, and the same people hold the same roles in it. */
    public Given alsoIn(DivisionCode division) {
        LedgerOpened opened = known.ledger();
        List<LedgerOpened.Division> divisions = new ArrayList<>(opened.divisions());
        divisions.add(new LedgerOpened.Division(division, "另一区划"));
        happened(new LedgerOpened(opened.ledgerId(), divisions, opened.origin(), opened.purpose(), opened.timeZone()));
        for (Role role : Role.values()) {
            if (!role.isOfInstitution()) {
                happened(new RoleGranted(Sample.TESTER, role, division, null));
            }
        }
        return this;
    }

    /** From here on it is another day. */
    public Given on(LocalDate day) {
        this.day = day;
        return this;
    }

    /** From here on it is another person who acts, and who signed the facts given. */
    public Given by(PersonRef person) {
        this.person = person;
        this.signer = person;
        return this;
    }

    public When when(Command wish) {
        Instant now = day.atTime(LocalTime.of(10, 0)).atZone(Sample.ZONE).toInstant();
        Wish around = new Wish(person, "k-" + position, Wish.hash(wish), null, "test", new ProposalId("prop-" + position),
                known.people().person(person).registryHash());
        return new When(gate.rule(around, wish, now, position - 1, now, known));
    }

    /** The first fact the wish leads to, with what surrounds it; fails when it is refused. */
    public Signed signed(Command wish) {
        return when(wish).ruling instanceof Ruling.Record recorded ? recorded.facts().getFirst() : fail("no facts: " + wish);
    }

    /** Where this fact stands; the last place, when it happened more than once. */
    public long positionOf(Fact fact) {
        return log.lastIndexOf(fact);
    }

    /** What the given facts amount to. */
    public Known known() {
        return known;
    }

    /** The position of the last fact given. */
    public long last() {
        return position - 1;
    }

    private void happened(Fact fact) {
        FactTypes.FactType type = FactTypes.of(fact.getClass());
        Envelope envelope = new Envelope(new UUID(0, position), "0".repeat(32), type.name(), type.version(), day,
                signer.value(), List.of(Signature.of(Step.MAKER, Role.CL, signer)), null, null, "test",
                null, null, Sample.DOCUMENT, null);
        Instant at = day.atTime(LocalTime.of(10, 0)).atZone(Sample.ZONE).toInstant();
        known.fold(new Entry(position++, at, envelope, fact));
        log.add(fact);
    }

    /** What the ledger answered. */
    public static class When {
        private final Ruling ruling;

        When(Ruling ruling) {
            this.ruling = ruling;
        }

        /** Exactly these facts, in this order. */
        public void then(Fact... facts) {
            assertEquals(List.of(facts), facts());
        }

        /** The facts it leads to; fails when it is refused. */
        public List<Fact> facts() {
            return switch (ruling) {
                case Ruling.Record recorded -> {
                    List<Fact> facts = new ArrayList<>();
                    recorded.facts().stream().map(Signed::fact).forEach(facts::add);
                    yield facts;
                }
                case Ruling.Refuse refuse -> fail("refused: " + refuse.refused());
                case Ruling.AskedBefore before -> fail("asked before: " + before);
                case Ruling.ContentNeeded needed -> fail("content needed: " + needed);
            };
        }

        /** Refused for this reason, about this subject. */
        public Refused thenRefused(RefusalCode code, Object subject) {
            Refused refused = refused();
            assertEquals(code + " " + subject, refused.code() + " " + refused.subject());
            return refused;
        }

        /** Refused for this reason, about this subject, and the refusal is a fact. */
        public Refused thenRecorded(RefusalCode code, Object subject) {
            Refused refused = thenRefused(code, subject);
            assertEquals(List.of(code + " " + subject),
                    ((Ruling.Refuse) ruling).recorded().stream().map(fact -> fact.code() + " " + fact.subject()).toList());
            return refused;
        }

        /** The refusal; fails when the wish is accepted, or when its texts name what the refusal does not bring. */
        public Refused refused() {
            Refused refused = ruling instanceof Ruling.Refuse refuse ? refuse.refused() : fail("not refused: " + ruling);
            RefusalTexts texts = new RefusalTexts();
            assertEquals(Set.of(), texts.unfilled(refused), refused.code() + ": placeholders nothing fills");
            refused.faults().forEach(fault ->
                    assertEquals(Set.of(), texts.unfilled(fault.why()), fault.why().code() + ": placeholders nothing fills"));
            return refused;
        }
    }
}
