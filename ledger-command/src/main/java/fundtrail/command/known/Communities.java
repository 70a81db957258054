package fundtrail.command.known;

import fundtrail.command.memory.Form;
import fundtrail.command.memory.Memory;
import fundtrail.command.memory.Table;
import fundtrail.contract.Entry;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.fact.MedicalCommunityFormed;
import fundtrail.contract.fact.MembershipChanged;
import fundtrail.contract.id.CommunityId;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.InstitutionId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Medical communities and who belongs to them from when to when. An institution belongs to one at a time. */
public final class Communities implements Room {
    /** A community after its last change, which counts from {@code changedFrom}. */
    public record Community(DivisionCode division, InstitutionId lead, List<InstitutionId> members, LocalDate changedFrom) {}

    /** A membership. @param until the first day it no longer holds; absent while it does */
    public record Term(CommunityId community, LocalDate from, @MayBeAbsent LocalDate until) {}

    private final Table<CommunityId, Community> communities;
    private final Table<InstitutionId, List<Term>> terms;

    Communities(Memory memory) {
        communities = new Table<>(memory, "communities", Forms.COMMUNITY, Form.json(Community.class));
        terms = new Table<>(memory, "memberships", Forms.INSTITUTION, Form.list(Term.class));
    }

    /** The community, or {@code null}. */
    public Community community(CommunityId id) {
        return communities.get(id);
    }

    /** The community the institution belongs to on that day or later, or {@code null}: until it leaves, it can join no other. */
    public CommunityId from(InstitutionId institution, LocalDate day) {
        return terms.getOrDefault(institution, List.of()).stream()
                .filter(term -> term.until() == null || term.until().isAfter(day))
                .map(Term::community)
                .findFirst()
                .orElse(null);
    }

    @Override
    public boolean fold(Entry entry) {
        switch (entry.fact()) {
            case MedicalCommunityFormed fact -> {
                communities.put(fact.community(), new Community(fact.division(), fact.lead(), fact.members(), fact.validFrom()));
                fact.members().forEach(member -> begin(member, fact.community(), fact.validFrom()));
            }
            case MembershipChanged fact -> {
                Community before = communities.get(fact.community());
                communities.put(fact.community(), new Community(before.division(),
                        fact.lead() == null ? before.lead() : fact.lead(), after(before, fact), fact.validFrom()));
                fact.leaves().forEach(member -> end(member, fact.validFrom()));
                fact.joins().forEach(member -> begin(member, fact.community(), fact.validFrom()));
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private static List<InstitutionId> after(Community before, MembershipChanged change) {
        List<InstitutionId> members = new ArrayList<>(before.members());
        members.removeAll(change.leaves());
        members.addAll(change.joins());
        return List.copyOf(members);
    }

    private void begin(InstitutionId member, CommunityId community, LocalDate from) {
        List<Term> more = new ArrayList<>(terms.getOrDefault(member, List.of()));
        more.add(new Term(community, from, null));
        terms.put(member, List.copyOf(more));
    }

    private void end(InstitutionId member, LocalDate until) {
        List<Term> all = new ArrayList<>(terms.get(member));
        Term last = all.removeLast();
        all.add(new Term(last.community(), last.from(), until));
        terms.put(member, List.copyOf(all));
    }
}
