package fundtrail.contract;

import static fundtrail.contract.Role.*;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IncompatibleTest {
    /** For each role, every role that one person may not hold beside it. */
    private static final Map<Role, Set<Role>> CLASHING = new EnumMap<>(Map.ofEntries(
            Map.entry(CL, Set.of(CS, IN, AU, SU, IA, IS, AD)),
            Map.entry(CK, Set.of(CS, IN, AU, SU, IA, IS, AD)),
            Map.entry(CA, Set.of(CS, IN, AU, SU, IA, IS, AD)),
            Map.entry(BH, Set.of(CS, AU, SU, IA, IS, AD)),
            Map.entry(BO, Set.of(CS, IN, AU, SU, IA, IS, AD)),
            Map.entry(CS, Set.of(CL, CK, CA, BH, BO, IN, AU, SU, IA, IS, FC, AD)),
            Map.entry(HO, Set.of(AU, SU, IA, IS)),
            Map.entry(IN, Set.of(CL, CK, CA, BO, CS, AU, SU, IA, IS, FC)),
            Map.entry(LO, Set.of(AU, SU, IA, IS)),
            Map.entry(AU, Set.of(CL, CK, CA, BH, BO, CS, HO, IN, LO, IA, IS, FC, AD)),
            Map.entry(SU, Set.of(CL, CK, CA, BH, BO, CS, HO, IN, LO, IA, IS, FC, AD)),
            Map.entry(IA, Set.of(CL, CK, CA, BH, BO, CS, HO, IN, LO, AU, SU, AD)),
            Map.entry(IS, Set.of(CL, CK, CA, BH, BO, CS, HO, IN, LO, AU, SU, AD)),
            Map.entry(FC, Set.of(CS, IN, AU, SU, AD)),
            Map.entry(AD, Set.of(CL, CK, CA, BH, BO, CS, AU, SU, IA, IS, FC))));

    @Test
    void of_all_roles_exactly_these_clash() {
        for (Role role : Role.values()) {
            assertEquals(CLASHING.get(role), Incompatible.with(role, Stream.of(Role.values())), role.name());
        }
    }

    @Test
    void only_roles_that_are_held_can_clash() {
        assertEquals(Set.of(), Incompatible.with(AD, Stream.of()));
        assertEquals(Set.of(CL), Incompatible.with(AD, Stream.of(CL, LO)));
    }
}
