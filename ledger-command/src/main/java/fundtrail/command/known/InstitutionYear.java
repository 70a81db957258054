package fundtrail.command.known;

import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.InstitutionId;
import fundtrail.contract.id.ProgrammeCode;

/** What is settled once: an institution's part in a programme and budget year. */
public record InstitutionYear(InstitutionId institution, ProgrammeCode programme, int budgetYear) {
    public ProgrammeYear in(DivisionCode division) {
        return new ProgrammeYear(division, programme, budgetYear);
    }

    @Override
    public String toString() {
        return institution + " " + programme + " " + budgetYear;
    }
}
