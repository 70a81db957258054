package fundtrail.contract.formula;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fundtrail.contract.Money;
import fundtrail.contract.formula.FundingPlan.Draw;
import fundtrail.contract.formula.FundingPlan.PlanLine;
import fundtrail.contract.formula.FundingPlan.Reallocation;
import fundtrail.contract.formula.FundingPlanner.Inputs;
import fundtrail.contract.id.FundSourceCode;
import fundtrail.contract.id.InstitutionId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class FundingPlannerTest {
    private static final FundSourceCode RSV = new FundSourceCode("RSV");

    /** Each line: an institution, its entitlement, and pairs of a source and what is allotted of it. */
    private static Inputs inputs(String reserve, List<PlanLine> before, String... institutions) {
        Map<InstitutionId, Money> entitlements = new HashMap<>();
        Map<InstitutionId, Map<FundSourceCode, Money>> allotted = new HashMap<>();
        for (String institution : institutions) {
            String[] words = institution.split(" +");
            InstitutionId id = new InstitutionId(words[0]);
            entitlements.put(id, Money.yuan(words[1]));
            Map<FundSourceCode, Money> own = new HashMap<>();
            for (int i = 2; i < words.length; i += 2) {
                own.put(new FundSourceCode(words[i]), Money.yuan(words[i + 1]));
            }
            allotted.put(id, own);
        }
        return new Inputs(entitlements, allotted, RSV, Money.yuan(reserve), before);
    }

    private static List<PlanLine> lines(String... lines) {
        List<PlanLine> all = new ArrayList<>();
        for (String line : lines) {
            String[] words = line.split(" +");
            for (int i = 1; i < words.length; i += 2) {
                all.add(new PlanLine(new InstitutionId(words[0]), new FundSourceCode(words[i]), Money.yuan(words[i + 1])));
            }
        }
        return all;
    }

    private static List<Reallocation> moves(String... moves) {
        List<Reallocation> all = new ArrayList<>();
        for (String move : moves) {
            String[] words = move.split(" +");
            for (int i = 2; i < words.length; i += 2) {
                all.add(new Reallocation(new InstitutionId(words[0]), new InstitutionId(words[1]), new FundSourceCode(words[i]),
                        Money.yuan(words[i + 1])));
            }
        }
        return all;
    }

    @Test
    void the_round_year_needs_the_third_institutions_rest_and_the_reserve() {
        FundingPlan plan = FundingPlanner.propose(inputs("900000.00", List.of(),
                "H1 15375000.00 CEN 3900000.00 PRO 2600000.00 CTY 6500000.00",
                "H2 9312500.00 CEN 2790000.00 PRO 1860000.00 CTY 4650000.00",
                "H3 6000000.00 CEN 2310000.00 PRO 1540000.00 CTY 3850000.00"));
        assertEquals(lines(
                "H1 CEN 4406250.00 CTY 7343750.00 PRO 2937500.00 RSV 687500.00",
                "H2 CEN 2793750.00 CTY 4656250.00 PRO 1862500.00",
                "H3 CEN 1800000.00 CTY 3000000.00 PRO 1200000.00"), plan.planLines());
        assertEquals(List.of(new Draw(new InstitutionId("H1"), Money.yuan("687500.00"))), plan.draws());
        assertEquals(moves("H3 H2 CEN 3750.00 CTY 6250.00 PRO 2500.00", "H3 H1 CEN 506250.00 CTY 843750.00 PRO 337500.00"),
                plan.reallocations());
        assertEquals(Money.yuan("687500.00"), plan.shortfall());
        assertEquals(Map.of(), plan.unmet());
    }

    @Test
    void the_crooked_year_gives_the_smallest_want_first() {
        FundingPlan plan = FundingPlanner.propose(inputs("160959.73", List.of(),
                "K1 3541041.18 CEN 1299709.03 CTY 900001.03 PRO 611003.11",
                "K2 1565409.24 CEN 1100009.53 CTY 433344.60",
                "K3 1069788.76 CTY 701009.29 PRO 996999.31"));
        assertEquals(lines(
                "K1 CEN 1299709.03 CTY 1146122.87 PRO 961046.00 RSV 134163.28",
                "K2 CEN 1100009.53 CTY 446578.30 PRO 18821.41",
                "K3 CTY 441653.75 PRO 628135.01"), plan.planLines());
        assertEquals(moves("K3 K2 CTY 13233.70 PRO 18821.41", "K3 K1 CTY 246121.84 PRO 350042.89"), plan.reallocations());
        assertEquals(Money.yuan("134163.28"), plan.shortfall());
    }

    @Test
    void what_an_entitlement_lost_is_taken_out_of_the_plan_in_its_own_composition() {
        List<PlanLine> before = lines(
                "K1 CEN 1299709.03 CTY 1146122.87 PRO 961046.00 RSV 134163.28",
                "K2 CEN 1100009.53 CTY 446578.30 PRO 18821.41",
                "K3 CTY 441653.75 PRO 628135.01");
        FundingPlan plan = FundingPlanner.propose(inputs("26796.45", before,
                "K1 3541041.18 CEN 1299709.03 CTY 1146122.87 PRO 961046.00 RSV 134163.28",
                "K2 1544038.46 CEN 1100009.53 CTY 446578.30 PRO 18821.41",
                "K3 1069788.76 CTY 441653.75 PRO 628135.01"));
        assertEquals(lines(
                "K1 CEN 1299709.03 CTY 1146122.87 PRO 961046.00 RSV 134163.28",
                "K2 CEN 1084992.33 CTY 440481.67 PRO 18564.46",
                "K3 CTY 441653.75 PRO 628135.01"), plan.planLines());
        assertEquals(List.of(), plan.reallocations());
        assertEquals(List.of(new Draw(new InstitutionId("K1"), Money.yuan("134163.28"))), plan.draws());
    }

    @Test
    void own_money_is_borne_in_the_composition_of_what_is_allotted() {
        assertEquals(lines("H1 CEN 90.01 CTY 30.00"),
                FundingPlanner.propose(inputs("0.00", List.of(), "H1 120.01 CEN 100.00 CTY 33.33")).planLines());
    }

    @Test
    void what_even_the_reserve_does_not_cover_is_shown() {
        FundingPlan plan = FundingPlanner.propose(inputs("5.00", List.of(), "H1 20.00 CEN 10.00", "H2 18.00 CEN 10.00"));
        assertEquals(lines("H1 CEN 10.00", "H2 CEN 10.00 RSV 5.00"), plan.planLines());
        assertEquals(Map.of(new InstitutionId("H1"), Money.yuan("10.00"), new InstitutionId("H2"), Money.yuan("3.00")), plan.unmet());
        assertEquals(Money.yuan("18.00"), plan.shortfall());
    }

    @Test
    void without_a_reserve_nothing_is_drawn() {
        Inputs some = inputs("0.00", List.of(), "H1 20.00 CEN 10.00");
        FundingPlan plan = FundingPlanner.propose(new Inputs(some.entitlements(), some.allotted(), null, Money.ZERO, List.of()));
        assertEquals(Map.of(new InstitutionId("H1"), Money.yuan("10.00")), plan.unmet());
        assertEquals(List.of(), plan.draws());
    }

    @Test
    void a_line_before_that_rests_on_money_still_to_come_keeps_its_reallocation() {
        FundingPlan plan = FundingPlanner.propose(inputs("0.00", lines("H1 CEN 15.00", "H2 CEN 5.00"),
                "H1 16.00 CEN 10.00", "H2 5.00 CEN 11.00"));
        assertEquals(lines("H1 CEN 16.00", "H2 CEN 5.00"), plan.planLines());
        assertEquals(moves("H2 H1 CEN 5.00", "H2 H1 CEN 1.00"), plan.reallocations());
    }

    /** Whatever the figures: each entitlement is borne or shown as unmet, and nothing is given that is not there. */
    @Test
    void a_plan_adds_up() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int round = 0; round < 300; round++) {
            Map<InstitutionId, Money> entitlements = new HashMap<>();
            Map<InstitutionId, Map<FundSourceCode, Money>> allotted = new HashMap<>();
            for (int i = 0; i <= random.nextInt(5); i++) {
                InstitutionId id = new InstitutionId("H" + i);
                entitlements.put(id, Money.ofFen(random.nextInt(3000)));
                Map<FundSourceCode, Money> own = new HashMap<>();
                for (String source : List.of("CEN", "CTY", "PRO")) {
                    own.put(new FundSourceCode(source), Money.ofFen(random.nextInt(1000)));
                }
                allotted.put(id, own);
            }
            Money reserve = Money.ofFen(random.nextInt(500));
            FundingPlan plan = FundingPlanner.propose(new Inputs(entitlements, allotted, RSV, reserve, List.of()));
            String where = "seed " + seed + ", round " + round + ": " + plan;
            Map<InstitutionId, Money> borne = new TreeMap<>(java.util.Comparator.comparing(InstitutionId::value));
            plan.planLines().forEach(line -> borne.merge(line.institution(), line.amount(), Money::plus));
            entitlements.forEach((id, earned) -> assertEquals(earned,
                    borne.getOrDefault(id, Money.ZERO).plus(plan.unmet().getOrDefault(id, Money.ZERO)), where));
            allotted.forEach((id, own) -> own.forEach((source, amount) -> {
                Money in = sum(plan.reallocations().stream().filter(one -> one.to().equals(id) && one.fundSource().equals(source)).map(Reallocation::amount).toList());
                Money out = sum(plan.reallocations().stream().filter(one -> one.from().equals(id) && one.fundSource().equals(source)).map(Reallocation::amount).toList());
                Money line = sum(plan.planLines().stream().filter(one -> one.institution().equals(id) && one.fundSource().equals(source)).map(PlanLine::amount).toList());
                assertTrue(amount.plus(in).minus(out).covers(line), where);
            }));
            assertTrue(reserve.covers(sum(plan.draws().stream().map(Draw::amount).toList())), where);
        }
    }

    private static Money sum(List<Money> amounts) {
        return Money.sum(amounts);
    }
}
