package fundtrail.command.known;

import fundtrail.command.memory.Form;
import fundtrail.command.memory.Memory;
import fundtrail.command.memory.Table;
import fundtrail.contract.Entry;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.Money;
import fundtrail.contract.fact.CaseClosed;
import fundtrail.contract.fact.CaseOpened;
import fundtrail.contract.fact.CaseReferred;
import fundtrail.contract.fact.ClaimFlagged;
import fundtrail.contract.fact.ClawbackDetermined;
import fundtrail.contract.fact.ReferralConcluded;
import fundtrail.contract.id.CaseId;
import fundtrail.contract.id.ClaimId;
import fundtrail.contract.id.ClawbackId;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.InstitutionId;
import fundtrail.contract.id.PersonRef;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Flagged claims and the cases that inquire into them. */
public final class Cases implements Room {
    /**
     * A flagged claim.
     *
     * @param inventedHeads absent of reported work
     * @param flaggedOn     its effective date
     * @param flaggedBy     all who had a hand in it
     * @param inCase        the open case it is in; absent while it is in none
     * @param determined    what was ever clawed back of it, appeals aside
     */
    public record Flag(
            ClaimId claim,
            DivisionCode division,
            InstitutionYear year,
            @MayBeAbsent Integer inventedHeads,
            LocalDate flaggedOn,
            List<PersonRef> flaggedBy,
            @MayBeAbsent CaseId inCase,
            Money determined) {
        private Flag in(CaseId inCase) {
            return new Flag(claim, division, year, inventedHeads, flaggedOn, flaggedBy, inCase, determined);
        }

        private Flag determined(Money more) {
            return new Flag(claim, division, year, inventedHeads, flaggedOn, flaggedBy, inCase, determined.plus(more));
        }
    }

    /**
     * A case, its claims, and what was clawed back in it.
     *
     * @param openedOn   its effective date
     * @param people     who had a hand in it or in flagging its claims, who answers for it, and who told of it
     * @param referredTo the body it was referred to, which has not answered yet; absent otherwise
     * @param referredOn absent unless it is referred
     */
    public record Case(
            CaseId id,
            DivisionCode division,
            InstitutionId institution,
            LocalDate openedOn,
            List<ClaimId> claims,
            List<PersonRef> people,
            List<ClawbackId> clawbacks,
            boolean open,
            @MayBeAbsent String referredTo,
            @MayBeAbsent LocalDate referredOn) {
        public boolean isReferred() {
            return referredTo != null;
        }

        private Case with(List<ClawbackId> clawbacks, boolean open) {
            return new Case(id, division, institution, openedOn, claims, people, clawbacks, open, referredTo, referredOn);
        }

        private Case referred(String to, LocalDate on) {
            return new Case(id, division, institution, openedOn, claims, people, clawbacks, open, to, on);
        }

        private Case with(Stream<PersonRef> more) {
            return new Case(id, division, institution, openedOn, claims, sorted(Stream.concat(people.stream(), more)), clawbacks, open,
                    referredTo, referredOn);
        }
    }

    private final Table<ClaimId, Flag> flags;
    private final Table<CaseId, Case> cases;

    private final Table<CaseId, CaseId> referred;
    private final Table<InstitutionYear, List<ClaimId>> invented;
    private final TipOffs tipOffs;

    Cases(Memory memory, TipOffs tipOffs) {
        this.tipOffs = tipOffs;
        referred = new Table<>(memory, "referredCases", Forms.CASE, Forms.CASE);
        flags = new Table<>(memory, "flaggedClaims", Forms.CLAIM, Form.json(Flag.class));
        cases = new Table<>(memory, "cases", Forms.CASE, Form.json(Case.class));
        invented = new Table<>(memory, "inventedHeads", Form.json(InstitutionYear.class), Form.list(ClaimId.class));
    }

    /** The claim, if it was flagged, or {@code null}. */
    public Flag flag(ClaimId claim) {
        return flags.get(claim);
    }

    /** The year's claims of invented heads, in whatever case or none. */
    public List<Flag> invented(InstitutionYear year) {
        return invented.getOrDefault(year, List.of()).stream().map(flags::get).toList();
    }

    /** The case, open or closed, or {@code null}. */
    public Case of(CaseId id) {
        return cases.get(id);
    }

    /** The division whose case it is, or {@code null}. */
    public DivisionCode divisionOf(CaseId id) {
        return cases.has(id) ? cases.get(id).division() : null;
    }

    /** The cases that are referred and not answered. */
    public List<Case> referred() {
        return referred.values().stream().map(cases::get).sorted(Comparator.comparing(one -> one.id().value())).toList();
    }

    @Override
    public boolean fold(Entry entry) {
        switch (entry.fact()) {
            case ClaimFlagged fact -> flagged(fact, entry);
            case CaseOpened fact -> opened(fact, entry);
            case CaseReferred fact -> {
                cases.put(fact.caseId(), with(fact.caseId(), entry).referred(fact.to(), entry.envelope().effectiveDate()));
                referred.put(fact.caseId(), fact.caseId());
            }
            case ReferralConcluded fact -> {
                cases.put(fact.caseId(), with(fact.caseId(), entry).referred(null, null));
                referred.remove(fact.caseId());
            }
            case CaseClosed fact -> {
                Case closed = of(fact.caseId());
                cases.put(closed.id(), closed.with(closed.clawbacks(), false));
                closed.claims().stream().filter(claim -> closed.id().equals(flag(claim).inCase()))
                        .forEach(claim -> flags.put(claim, flag(claim).in(null)));
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private void flagged(ClaimFlagged fact, Entry entry) {
        InstitutionYear year = new InstitutionYear(fact.institution(), fact.programme(), fact.budgetYear());
        flags.put(fact.claim(), new Flag(fact.claim(), fact.division(), year, fact.inventedHeads(),
                entry.envelope().effectiveDate(), entry.envelope().hands().stream().sorted(Comparator.comparing(PersonRef::value)).toList(), null, Money.ZERO));
        if (fact.inventedHeads() != null) {
            invented.put(year, Stream.concat(invented.getOrDefault(year, List.of()).stream(), Stream.of(fact.claim())).toList());
        }
    }

    void merged(Merger merger) {
        invented.rename(merger::of, (there, more) -> Stream.concat(there.stream(), more.stream()).toList());
        for (Flag flag : List.copyOf(flags.values())) {
            flags.put(flag.claim(), new Flag(flag.claim(), flag.division(), merger.of(flag.year()), flag.inventedHeads(), flag.flaggedOn(),
                    flag.flaggedBy(), flag.inCase(), flag.determined()));
        }
    }

    private void opened(CaseOpened fact, Entry entry) {
        Stream<PersonRef> flagged = fact.claims().stream().flatMap(claim -> flag(claim).flaggedBy().stream());
        Stream<PersonRef> responsible = fact.responsible() == null ? Stream.of() : fact.responsible().stream();
        PersonRef informant = fact.tipOff() == null ? null : tipOffs.of(fact.tipOff()).informant();
        Stream<PersonRef> people = Stream.of(entry.envelope().hands().stream(), flagged, responsible, Stream.ofNullable(informant))
                .flatMap(one -> one);
        cases.put(fact.caseId(), new Case(fact.caseId(), fact.division(), fact.institution(),
                entry.envelope().effectiveDate(), fact.claims(), sorted(people), List.of(), true, null, null));
        fact.claims().forEach(claim -> flags.put(claim, flag(claim).in(fact.caseId())));
        tipOffs.followed(fact);
    }

    /** A closed case of which something is open again is inquired into again, with those of its claims that are in no other. */
    void reopened(CaseId id) {
        Case before = of(id);
        if (!before.open()) {
            cases.put(id, before.with(before.clawbacks(), true));
            before.claims().stream().filter(claim -> flag(claim).inCase() == null).forEach(claim -> flags.put(claim, flag(claim).in(id)));
        }
    }

    private Case with(CaseId id, Entry entry) {
        return of(id).with(entry.envelope().hands().stream());
    }

    private static List<PersonRef> sorted(Stream<PersonRef> people) {
        return people.distinct().sorted(Comparator.comparing(PersonRef::value)).toList();
    }

    void determined(ClawbackDetermined fact, Entry entry) {
        Case before = with(fact.caseId(), entry);
        cases.put(before.id(), before.with(Stream.concat(before.clawbacks().stream(), Stream.of(fact.clawback())).toList(), before.open()));
        fact.claims().forEach(one -> flags.put(one.claim(), flag(one.claim()).determined(one.amount())));
    }
}
