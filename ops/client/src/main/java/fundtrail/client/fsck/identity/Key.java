package fundtrail.client.fsck.identity;

import fundtrail.contract.Line;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.FundSourceCode;
import fundtrail.contract.id.InstitutionId;
import fundtrail.contract.id.ProgrammeCode;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Of what a sum is.
 *
 * @param year   the budget year; may be absent, as all that follows may be
 * @param object an allotment, a bank account, a claw-back, a tranche, a charge, an account
 */
record Key(DivisionCode division, Integer year, FundSourceCode fundSource, InstitutionId institution, ProgrammeCode programme, Object object) {
    static Key of(DivisionCode division) {
        return new Key(division, null, null, null, null, null);
    }

    static Key of(DivisionCode division, int year, FundSourceCode source) {
        return new Key(division, year, source, null, null, null);
    }

    /** Division, budget year and source of a line. */
    static Key source(Line line) {
        return of(line.division(), line.budgetYear(), line.fundSource());
    }

    /** The same with its institution and programme. */
    static Key owner(Line line) {
        return source(line).of(line.institution(), line.programme());
    }

    Key of(InstitutionId institution, ProgrammeCode programme) {
        return new Key(division, year, fundSource, institution, programme, object);
    }

    Key with(Object object) {
        return new Key(division, year, fundSource, institution, programme, object);
    }

    Key of(FundSourceCode source) {
        return new Key(division, year, source, institution, programme, object);
    }

    Key ofYear(int year) {
        return new Key(division, year, fundSource, institution, programme, object);
    }

    /** Division, budget year and source alone. */
    Key source() {
        return of(division, year, fundSource);
    }

    @Override
    public String toString() {
        return Stream.of(division, year, fundSource, institution, programme, object)
                .filter(Objects::nonNull).map(Object::toString).collect(Collectors.joining(" "));
    }
}
