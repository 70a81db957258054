package fundtrail.query.read;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fundtrail.contract.id.DivisionCode;
import fundtrail.query.alert.RuleName;
import fundtrail.query.entity.Alert;
import fundtrail.query.entity.Kind;
import fundtrail.query.entity.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Two versions of one rule over the same facts. */
class AlertComparisonTest {
    @Test void what_one_says_what_the_other_says_and_what_both_do_stand_apart() {
        List<Version<Alert>> first = List.of(said(10, 1, "B1.2"), said(20, 1, "B2.2"), said(30, 1, "B3.2"));
        List<Version<Alert>> second = List.of(said(20, 2, "B2.2"), said(30, 2, "B3.3"), said(40, 2, "B4.2"));
        assertEquals(List.of("FIRST B1.2", "FIRST B3.2", "SECOND B3.3", "SECOND B4.2", "BOTH B2.2"),
                AlertReads.compared(first, second, Locale.ENGLISH).stream()
                        .map(one -> one.saidBy() + " " + one.alert().alert().subjectId())
                        .toList());
    }

    @Test void a_version_beside_itself_says_the_same() {
        List<Version<Alert>> one = List.of(said(10, 1, "B1.2"), said(20, 1, "B2.2"));
        assertEquals(2, AlertReads.compared(one, one, Locale.ENGLISH).stream().filter(said -> said.saidBy() == AlertReads.SaidBy.BOTH).count());
    }

    private static Version<Alert> said(long position, int version, String payment) {
        String id = Alert.id(position, RuleName.ROUND_AMOUNT, version, 1);
        return new Version<>(Kind.ALERT, id, position, LocalDate.of(2018, 3, 1), Set.of(), new Alert(id, RuleName.ROUND_AMOUNT, version,
                new DivisionCode("330521"), null, Alert.Subject.PAYMENT, payment, null, null, null, List.of(position), Instant.EPOCH));
    }
}
