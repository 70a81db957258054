package fundtrail.command.kit;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import fundtrail.command.Slices;
import fundtrail.command.authority.DefaultMatrix;
import fundtrail.command.authority.DefaultRules;
import fundtrail.command.decide.Command;
import fundtrail.command.gate.Gate;
import fundtrail.command.gate.Ruling;
import fundtrail.command.gate.Ruling.Signed;
import fundtrail.command.gate.Wish;
import fundtrail.command.known.Known;
import fundtrail.command.propose.Contents;
import fundtrail.command.propose.ProposalStep;
import fundtrail.command.propose.ProposalStep.ApproveProposal;
import fundtrail.command.propose.ProposalStep.CheckProposal;
import fundtrail.command.propose.ProposalStep.ReturnProposal;
import fundtrail.command.propose.ProposalStep.WithdrawProposal;
import fundtrail.command.propose.StepOnContent;
import fundtrail.contract.Digest;
import fundtrail.contract.DocumentRef;
import fundtrail.contract.Entry;
import fundtrail.contract.Envelope;
import fundtrail.contract.Envelope.RecordingClock;
import fundtrail.contract.Fact;
import fundtrail.contract.FactTypes;
import fundtrail.contract.Role;
import fundtrail.contract.Signature;
import fundtrail.contract.fact.AuthorityMatrixSet;
import fundtrail.contract.fact.AuthorityMatrixSet.Row;
import fundtrail.contract.fact.CommandRefused;
import fundtrail.contract.fact.DelegationGranted;
import fundtrail.contract.fact.LedgerOpened;
import fundtrail.contract.fact.LedgerOpened.Division;
import fundtrail.contract.fact.LedgerOpened.Purpose;
import fundtrail.contract.fact.PersonRegistered;
import fundtrail.contract.fact.ProposalSubmitted;
import fundtrail.contract.fact.RoleGranted;
import fundtrail.contract.id.DelegationId;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.PersonRef;
import fundtrail.contract.id.ProposalId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A bureau at work: people with one role each, the default authority matrix, and a log that takes what the gate rules,
 * as the lane would. Its clock stands until it is set.
 */
public final class Office {
    public static final PersonRef CLERK = new PersonRef("p-clerk");
    public static final PersonRef CHECKER = new PersonRef("p-checker");
    public static final PersonRef ACCOUNTANT = new PersonRef("p-accountant");
    public static final PersonRef BUDGET_OFFICER = new PersonRef("p-budget-officer");
    public static final PersonRef CASHIER = new PersonRef("p-cashier");
    public static final PersonRef INSPECTOR = new PersonRef("p-inspector");
    public static final PersonRef INSPECTOR_2 = new PersonRef("p-inspector-2");
    public static final PersonRef LEGAL = new PersonRef("p-legal");
    public static final PersonRef AUDITOR = new PersonRef("p-auditor");
    public static final PersonRef HEAD = new PersonRef("p-head");
    public static final PersonRef ADMIN = new PersonRef("p-admin");
    /** A cashier of another division whose books are in the same ledger. */
    public static final PersonRef NEIGHBOUR = new PersonRef("p-neighbour");

    public static final DivisionCode NEXT_DIVISION = new DivisionCode("330522");
    /** Ten o'clock on {@link Sample#DAY}. */
    public static final Instant OPENING = Instant.parse("2026-01-05T02:00:00Z");

    private final Known known = new Known();
    private final Slices slices = new Slices();
    private final Gate gate = new Gate(slices);
    private final List<Entry> log = new ArrayList<>();
    private Instant now = OPENING;
    private Instant rehearsalClock;
    private int asked;

    public Office() {
        recordOwn(new LedgerOpened("office",
                List.of(new Division(Sample.DIVISION, "澄湖县"), new Division(NEXT_DIVISION, "邻湖县")),
                "rehearsal.example/office", Purpose.REHEARSAL, Sample.ZONE));
        employ(CLERK, Role.CL, Sample.DIVISION);
        employ(CHECKER, Role.CK, Sample.DIVISION);
        employ(ACCOUNTANT, Role.CA, Sample.DIVISION);
        employ(BUDGET_OFFICER, Role.BO, Sample.DIVISION);
        employ(CASHIER, Role.CS, Sample.DIVISION);
        employ(INSPECTOR, Role.IN, Sample.DIVISION);
        employ(INSPECTOR_2, Role.IN, Sample.DIVISION);
        employ(LEGAL, Role.LO, Sample.DIVISION);
        employ(AUDITOR, Role.AU, Sample.DIVISION);
        employ(HEAD, Role.BH, Sample.DIVISION);
        employ(ADMIN, Role.AD, Sample.DIVISION);
        employ(NEIGHBOUR, Role.CS, NEXT_DIVISION);
        recordOwn(DefaultRules.ruleSet());
        recordOwn(DefaultMatrix.matrix());
    }

    private void employ(PersonRef person, Role role, DivisionCode division) {
        recordOwn(new PersonRegistered(person, Digest.sha256(person.value().getBytes(StandardCharsets.UTF_8))));
        recordOwn(new RoleGranted(person, role, division, null));
    }

    /** From here on the server's clock shows this. */
    public Office at(Instant now) {
        this.now = now;
        return this;
    }

    /** From here on wishes carry this rehearsal clock; {@code null} for none. */
    public Office withRehearsalClock(Instant clock) {
        rehearsalClock = clock;
        return this;
    }

    /** Facts that others have recorded meanwhile. */
    public Office with(Fact... facts) {
        for (Fact fact : facts) {
            record(now, CLERK.value(), null, null, new Signed(fact, known.dateOf(now), List.of(), null, Sample.DOCUMENT));
        }
        return this;
    }

    /** One person lends another the signature for a command, without a limit, from today for ten days. */
    public Office lends(PersonRef from, PersonRef to, String command) {
        LocalDate today = known.dateOf(now);
        return with(new DelegationGranted(new DelegationId("d-" + log.size()), from, to, Sample.DIVISION, List.of(command),
                null, today, today.plusDays(9)));
    }

    /** The default matrix with these rows in place of those for the same commands. */
    public Office underMatrixWith(Row... rows) {
        Map<String, Row> changed = Stream.of(rows).collect(Collectors.toMap(Row::command, Function.identity()));
        return with(new AuthorityMatrixSet(DefaultMatrix.matrix().rows().stream()
                .map(row -> changed.getOrDefault(row.command(), row))
                .toList()));
    }

    /** Someone asks for something, with a key not used before. */
    public Answer asks(PersonRef person, Command wish) {
        return asks(person, "key-" + asked, wish);
    }

    /** Someone asks for something, with this key. */
    public Answer asks(PersonRef person, String key, Command wish) {
        Wish around = new Wish(person, key, Wish.hash(wish), rehearsalClock, "correlation",
                new ProposalId("proposal-" + asked++),
                Digest.sha256(person.value().getBytes(StandardCharsets.UTF_8)));
        Ruling ruling = gate.rule(around, wish, now, head(), log.getLast().recordedAt(), known);
        if (ruling instanceof Ruling.ContentNeeded needed) {
            ruling = gate.rule(around, withContent((ProposalStep) wish, needed), now, head(), log.getLast().recordedAt(), known);
        }
        int before = log.size();
        switch (ruling) {
            case Ruling.Record recorded ->
                recorded.facts().forEach(signed -> record(recorded.recordedAt(), person.value(), key, around.hash(), signed));
            case Ruling.Refuse refuse -> {
                for (CommandRefused refused : refuse.recorded()) {
                    record(refuse.recordedAt(), Envelope.LEDGER, null, null,
                            new Signed(refused, refuse.today(), List.of(), null, null));
                }
            }
            case Ruling.AskedBefore asked -> { }
            case Ruling.ContentNeeded needed -> throw new AssertionError("the content was brought along");
        }
        return new Answer(ruling, List.copyOf(log.subList(before, log.size())));
    }

    private StepOnContent withContent(ProposalStep step, Ruling.ContentNeeded needed) {
        Contents.Place place = needed.place();
        Command content = Contents.read(
                log.subList((int) place.firstPosition(), (int) place.lastPosition() + 1), slices.named(needed.command()).command());
        return new StepOnContent(step, content, Wish.hash(content));
    }

    /** Someone's wish that becomes a proposal; fails when it does not. */
    public ProposalId proposes(PersonRef maker, Command wish) {
        List<Fact> facts = asks(maker, wish).facts();
        return assertInstanceOf(ProposalSubmitted.class, facts.getLast()).proposal();
    }

    public Answer checks(PersonRef checker, ProposalId proposal) {
        return asks(checker, new CheckProposal(proposal, contentOf(proposal)));
    }

    public Answer approves(PersonRef approver, ProposalId proposal) {
        return asks(approver, new ApproveProposal(proposal, contentOf(proposal)));
    }

    public Answer returns(PersonRef person, ProposalId proposal) {
        return asks(person, new ReturnProposal(proposal, contentOf(proposal), "金额与文件不符"));
    }

    public Answer withdraws(PersonRef person, ProposalId proposal) {
        return asks(person, new WithdrawProposal(proposal, contentOf(proposal), "重新测算"));
    }

    /** A wish brought through all its hands; fails when one of them is refused. */
    public Answer carries(Command wish, PersonRef... hands) {
        if (hands.length == 1) {
            return asks(hands[0], wish);
        }
        ProposalId proposal = proposes(hands[0], wish);
        for (int hand = 1; hand < hands.length - 1; hand++) {
            checks(hands[hand], proposal).facts();
        }
        return approves(hands[hands.length - 1], proposal);
    }

    /** The hash of what the proposal asks for. */
    public String contentOf(ProposalId proposal) {
        return log.stream()
                .map(Entry::fact)
                .filter(fact -> fact instanceof ProposalSubmitted submitted && submitted.proposal().equals(proposal))
                .map(fact -> ((ProposalSubmitted) fact).contentHash())
                .findFirst()
                .orElseThrow();
    }

    public Known known() {
        return known;
    }

    /** Everything recorded so far. */
    public List<Entry> log() {
        return Collections.unmodifiableList(log);
    }

    /** The group with everything from this position on was lost. */
    public void loses(long firstPosition) {
        known.takeBack(firstPosition);
        log.subList(Math.toIntExact(firstPosition), log.size()).clear();
    }

    /** An instant some time after the opening. */
    public static Instant later(Duration time) {
        return OPENING.plus(time);
    }

    private long head() {
        return log.size() - 1L;
    }

    private void recordOwn(Fact fact) {
        record(now, Envelope.LEDGER, null, null, new Signed(fact, LocalDate.ofInstant(now, Sample.ZONE), List.of(), null, null));
    }

    private void record(Instant recordedAt, String actor, String key, String wishHash, Signed signed) {
        FactTypes.FactType type = FactTypes.of(signed.fact().getClass());
        DocumentRef document = signed.document();
        List<Signature> signatures = signed.signatures();
        Envelope envelope = new Envelope(new UUID(0, log.size()), "0".repeat(32), type.name(), type.version(),
                signed.effectiveDate(), actor, signatures, key, wishHash, "correlation",
                signed.causation() == null ? null : signed.causation().value(),
                rehearsalClock == null ? null : RecordingClock.REHEARSAL, document, null);
        Entry entry = new Entry(log.size(), recordedAt, envelope, signed.fact());
        log.add(entry);
        known.fold(entry);
    }

    /** What the gate ruled, and what was recorded of it. */
    public static final class Answer extends Given.When {
        private final Ruling ruling;
        private final List<Entry> recorded;

        private Answer(Ruling ruling, List<Entry> recorded) {
            super(ruling);
            this.ruling = ruling;
            this.recorded = recorded;
        }

        public Ruling ruling() {
            return ruling;
        }

        /** The entries this wish added to the log, refusals noted among them. */
        public List<Entry> recorded() {
            return recorded;
        }

        /** The refusals noted in the log. */
        public List<CommandRefused> noted() {
            return recorded.stream()
                    .filter(entry -> entry.fact() instanceof CommandRefused)
                    .map(entry -> (CommandRefused) entry.fact())
                    .toList();
        }
    }
}
