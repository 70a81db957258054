package fundtrail.command.formmedicalcommunity;

import fundtrail.command.decide.Command;
import fundtrail.command.decide.Form;
import fundtrail.contract.DocumentRef;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.id.CommunityId;
import fundtrail.contract.id.InstitutionId;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;

/** Forms a medical community (医共体). Fields as in {@link fundtrail.contract.fact.MedicalCommunityFormed}. */
public record FormMedicalCommunity(
        @MayBeAbsent LocalDate effectiveDate,
        @MayBeAbsent DocumentRef document,
        CommunityId community,
        String name,
        InstitutionId lead,
        List<InstitutionId> members,
        LocalDate validFrom)
        implements Command {
    static final int MOST_MEMBERS = 200;

    public FormMedicalCommunity {
        Form.text("name", name, 120);
        Form.count("members", members, 2, MOST_MEMBERS);
        if (members != null && (new HashSet<>(members).size() < members.size() || lead != null && !members.contains(lead))) {
            throw new IllegalArgumentException("members names each institution once, the lead among them");
        }
    }
}
