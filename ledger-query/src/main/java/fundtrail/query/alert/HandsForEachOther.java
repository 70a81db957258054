package fundtrail.query.alert;

import fundtrail.contract.Fraction;
import fundtrail.contract.Signature;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.PersonRef;
import fundtrail.query.alert.Judging.Spoken;
import fundtrail.query.entity.Alert.Subject;
import fundtrail.query.entity.Noted;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Two people approve what the other made, in turn: each of them so often within some days, with or without a borrowed
 * hand. It speaks when the second of them has come so far.
 */
final class HandsForEachOther implements AlertRule {
    private static final String TIMES = "times";
    private static final String DAYS = "days";

    @Override
    public RuleName name() {
        return RuleName.HANDS_FOR_EACH_OTHER;
    }

    @Override
    public Map<String, Tuning.Sort> parameters() {
        return Map.of(TIMES, Tuning.Sort.COUNT, DAYS, Tuning.Sort.COUNT);
    }

    @Override
    public void judge(Judging fact, Tuning tuning) {
        List<Signature> hands = fact.entry().envelope().signatures();
        var lines = fact.entry().fact().lines().list();
        if (hands.size() < 2 || lines.isEmpty()) {
            return;
        }
        PersonRef maker = hands.getFirst().person();
        PersonRef approver = hands.getLast().person();
        String wish = wish(fact);
        List<Noted> before = recent(fact, tuning, maker + ">" + approver);
        if (before.stream().anyMatch(one -> one.what().equals(wish))) {
            return;
        }
        int times = tuning.count(TIMES);
        List<Noted> made = new ArrayList<>(before);
        made.add(fact.here(wish, null, null));
        made.subList(0, Math.max(0, made.size() - times)).clear(); // more than these no later fact needs
        fact.note(maker + ">" + approver, made);
        List<Noted> inTurn = recent(fact, tuning, approver + ">" + maker);
        if (made.size() >= times && inTurn.size() >= times && before.size() < times) {
            DivisionCode division = lines.getFirst().division();
            fact.speak(new Spoken(division, null, Subject.PERSON, approver.value(), null, Fraction.of(made.size()), Fraction.of(times),
                    positions(inTurn, made)));
        }
    }

    /** Facts of one wish were signed once. */
    private static String wish(Judging fact) {
        String cause = fact.entry().envelope().causation();
        return cause == null ? "#" + fact.entry().position() : cause;
    }

    private static List<Noted> recent(Judging fact, Tuning tuning, String key) {
        return fact.noted(key).stream()
                .filter(one -> !one.recordedOn().isBefore(fact.recordedOn().minusDays(tuning.count(DAYS))))
                .toList();
    }

    private static List<Long> positions(List<Noted> inTurn, List<Noted> made) {
        List<Long> positions = new ArrayList<>();
        inTurn.forEach(one -> positions.add(one.position()));
        made.subList(0, made.size() - 1).forEach(one -> positions.add(one.position()));
        positions.sort(null);
        return positions;
    }
}
