package fundtrail.query.access;

import static fundtrail.contract.Role.AD;
import static fundtrail.contract.Role.AU;
import static fundtrail.contract.Role.BH;
import static fundtrail.contract.Role.BO;
import static fundtrail.contract.Role.CA;
import static fundtrail.contract.Role.CK;
import static fundtrail.contract.Role.CL;
import static fundtrail.contract.Role.CS;
import static fundtrail.contract.Role.FC;
import static fundtrail.contract.Role.HO;
import static fundtrail.contract.Role.IA;
import static fundtrail.contract.Role.IN;
import static fundtrail.contract.Role.IS;
import static fundtrail.contract.Role.LO;
import static fundtrail.contract.Role.SU;
import static fundtrail.query.access.Reach.DIVISION;
import static fundtrail.query.access.Reach.INSTITUTION;
import static fundtrail.query.access.Reach.LEDGER;
import static fundtrail.query.access.Reach.ONESELF;
import static fundtrail.query.access.Reach.WITH_ITS_FACT;
import static fundtrail.query.access.Thing.CASES;
import static fundtrail.query.access.Thing.DELEGATIONS;
import static fundtrail.query.access.Thing.DOCUMENTS;
import static fundtrail.query.access.Thing.ENTRIES;
import static fundtrail.query.access.Thing.EXTRACTS;
import static fundtrail.query.access.Thing.HOLDS;
import static fundtrail.query.access.Thing.INSTITUTIONS;
import static fundtrail.query.access.Thing.JUDGED;
import static fundtrail.query.access.Thing.LEADS;
import static fundtrail.query.access.Thing.MONEY;
import static fundtrail.query.access.Thing.OWN_HAND;
import static fundtrail.query.access.Thing.PEOPLE;
import static fundtrail.query.access.Thing.PROPOSALS;
import static fundtrail.query.access.Thing.REFUSALS;
import static fundtrail.query.access.Thing.RULES;
import static fundtrail.query.access.Thing.TO_SIGN;

import fundtrail.contract.Role;
import fundtrail.contract.id.PersonRef;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Who may see what: the one table. A row that is not here opens nothing. A finance centre sees the institution
 * at which it is, and each other of its community, as that one's own accountant does.
 */
public final class AccessTable {
    private static final Set<Role> EVERY_ROLE = EnumSet.allOf(Role.class);
    private static final Set<Role> BUREAU = EnumSet.of(CL, CK, CA, BH, BO, CS, HO, IN, LO, AU, SU);
    private static final Set<Role> OF_AN_INSTITUTION = EnumSet.of(IA, IS, FC);
    private static final Set<Role> OF_A_DIVISION = EnumSet.complementOf(EnumSet.of(IA, IS));

    /** These roles see things of this kind so far. */
    public record Row(Thing thing, Reach reach, Set<Role> roles) {
        public Row {
            roles = Set.copyOf(roles);
        }

        /** The circle a holder of the role belongs to by this row; none where the fact's own circles decide. */
        Optional<Circle> circle(PersonRef person, HeldRole held) {
            return switch (reach) {
                case LEDGER -> Optional.of(thing == TO_SIGN ? Circle.toSign(held.role()) : Circle.ledger(thing));
                case DIVISION -> Optional.of(
                        thing == TO_SIGN ? Circle.toSign(held.role(), held.division()) : Circle.division(thing, held.division()));
                case INSTITUTION -> Optional.ofNullable(held.institution()).map(one -> Circle.institution(thing, one));
                case ONESELF -> Optional.of(thing == OWN_HAND ? Circle.hand(person, held) : Circle.person(thing, person));
                case WITH_ITS_FACT -> Optional.empty();
            };
        }
    }

    /** Every row, by thing and reach. */
    public static final List<Row> ROWS = List.of(
            new Row(RULES, LEDGER, EVERY_ROLE),
            new Row(RULES, DIVISION, EnumSet.complementOf(EnumSet.of(AD))),
            new Row(INSTITUTIONS, DIVISION, BUREAU),
            new Row(INSTITUTIONS, INSTITUTION, OF_AN_INSTITUTION),
            new Row(MONEY, DIVISION, BUREAU),
            new Row(MONEY, INSTITUTION, OF_AN_INSTITUTION),
            new Row(HOLDS, DIVISION, BUREAU),
            new Row(HOLDS, INSTITUTION, OF_AN_INSTITUTION),
            new Row(LEADS, DIVISION, EnumSet.of(IN)),
            new Row(CASES, DIVISION, EnumSet.of(IN, AU)),
            new Row(JUDGED, DIVISION, EnumSet.of(LO)),
            new Row(PROPOSALS, DIVISION, BUREAU),
            new Row(PROPOSALS, INSTITUTION, OF_AN_INSTITUTION),
            new Row(REFUSALS, LEDGER, EnumSet.of(AU)),
            new Row(REFUSALS, DIVISION, EnumSet.of(BH, AU)),
            new Row(REFUSALS, ONESELF, EVERY_ROLE),
            new Row(EXTRACTS, DIVISION, EnumSet.of(AU)),
            new Row(PEOPLE, LEDGER, EnumSet.of(AU, AD)),
            new Row(PEOPLE, ONESELF, EVERY_ROLE),
            new Row(DELEGATIONS, LEDGER, EnumSet.of(AU, AD)),
            new Row(DELEGATIONS, DIVISION, BUREAU),
            new Row(DELEGATIONS, ONESELF, EVERY_ROLE),
            new Row(TO_SIGN, LEDGER, OF_A_DIVISION),
            new Row(TO_SIGN, DIVISION, OF_A_DIVISION),
            new Row(OWN_HAND, ONESELF, EVERY_ROLE),
            new Row(DOCUMENTS, WITH_ITS_FACT, EVERY_ROLE),
            new Row(ENTRIES, LEDGER, EnumSet.of(AU)),
            new Row(ENTRIES, DIVISION, EnumSet.of(AU)));

    private AccessTable() {}

    /** What a person sees who holds these roles. */
    public static Scope scope(PersonRef person, Collection<HeldRole> roles) {
        Set<Circle> circles = new HashSet<>();
        for (HeldRole held : roles) {
            for (Row row : of(held.role())) {
                row.circle(person, held).ifPresent(circles::add);
            }
        }
        return new Scope(circles);
    }

    /** The rows that name a role. */
    public static List<Row> of(Role role) {
        return ROWS.stream().filter(row -> row.roles().contains(role)).toList();
    }
}
