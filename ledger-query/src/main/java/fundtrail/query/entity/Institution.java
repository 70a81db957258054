package fundtrail.query.entity;

import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.fact.InstitutionChanged.LegalStatus;
import fundtrail.contract.fact.InstitutionRegistered.InstitutionType;
import fundtrail.contract.fact.InstitutionRegistered.Ownership;
import fundtrail.contract.id.CommunityId;
import fundtrail.contract.id.CreditCode;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.InstitutionId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * An institution. Its credit code, name, type, ownership and legal status are those it was registered with; {@link #on}
 * gives it with those in force on a day.
 *
 * @param legalPerson the institution whose legal person it is part of; absent while it is a legal person itself
 * @param successor   in which it goes on; absent where it was not merged
 * @param predecessors whose rights and duties went over to it, directly or by way of others
 * @param changes     what it was from when on after its registration, first to last
 * @param memberships the medical communities it belonged to, first to last
 */
public record Institution(
        InstitutionId institution,
        CreditCode creditCode,
        String name,
        InstitutionType type,
        Ownership ownership,
        DivisionCode division,
        LegalStatus legalStatus,
        @MayBeAbsent InstitutionId legalPerson,
        @MayBeAbsent InstitutionId successor,
        List<InstitutionId> predecessors,
        List<InstitutionChange> changes,
        List<Membership> memberships) {

    /** What an institution is from a day until its next change. */
    public record InstitutionChange(
            LocalDate validFrom,
            CreditCode creditCode,
            String name,
            InstitutionType type,
            Ownership ownership,
            LegalStatus legalStatus,
            @MayBeAbsent InstitutionId legalPerson,
            long position) {}

    /** A membership. @param until the first day it no longer holds; absent while it does */
    public record Membership(CommunityId community, LocalDate from, @MayBeAbsent LocalDate until) {
        public boolean holdsOn(LocalDate day) {
            return !from.isAfter(day) && (until == null || until.isAfter(day));
        }
    }

    public Institution {
        predecessors = List.copyOf(predecessors);
        changes = List.copyOf(changes);
        memberships = List.copyOf(memberships);
    }

    /** As it was registered: a legal person, of no community. */
    public static Institution registered(
            InstitutionId institution, CreditCode creditCode, String name, InstitutionType type, Ownership ownership, DivisionCode division) {
        return new Institution(
                institution, creditCode, name, type, ownership, division, LegalStatus.LEGAL_PERSON, null, null, List.of(), List.of(), List.of());
    }

    public Institution mergedInto(InstitutionId other) {
        return new Institution(institution, creditCode, name, type, ownership, division, legalStatus, legalPerson, other, predecessors, changes, memberships);
    }

    /** After the other went over to it, with all that had gone over to that one. */
    public Institution after(Institution other) {
        List<InstitutionId> more = new ArrayList<>(predecessors);
        more.add(other.institution());
        more.addAll(other.predecessors());
        return new Institution(
                institution, creditCode, name, type, ownership, division, legalStatus, legalPerson, successor, more, changes, memberships);
    }

    public Institution changed(InstitutionChange change) {
        List<InstitutionChange> more = new ArrayList<>(changes);
        more.add(change);
        return new Institution(institution, creditCode, name, type, ownership, division, legalStatus, legalPerson, successor, predecessors, more, memberships);
    }

    public Institution joined(CommunityId community, LocalDate from) {
        List<Membership> more = new ArrayList<>(memberships);
        more.add(new Membership(community, from, null));
        return with(more);
    }

    public Institution left(CommunityId community, LocalDate from) {
        return with(memberships.stream()
                .map(term -> term.community().equals(community) && term.until() == null
                        ? new Membership(community, term.from(), from) : term)
                .toList());
    }

    private Institution with(List<Membership> terms) {
        return new Institution(institution, creditCode, name, type, ownership, division, legalStatus, legalPerson, successor, predecessors, changes, terms);
    }

    /** The same with what is in force on a day; its history stays beside it. */
    public Institution on(LocalDate day) {
        return changes.stream()
                .filter(change -> !change.validFrom().isAfter(day))
                .reduce((earlier, later) -> later)
                .map(now -> new Institution(institution, now.creditCode(), now.name(), now.type(), now.ownership(), division,
                        now.legalStatus(), now.legalPerson(), successor, predecessors, changes, memberships))
                .orElse(this);
    }
}
