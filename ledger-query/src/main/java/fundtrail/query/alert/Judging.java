package fundtrail.query.alert;

import fundtrail.contract.Entry;
import fundtrail.contract.Fraction;
import fundtrail.contract.Line;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.Money;
import fundtrail.contract.fact.Paid;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.InstitutionId;
import fundtrail.query.entity.Alert.Subject;
import fundtrail.query.entity.Kind;
import fundtrail.query.entity.Noted;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** One fact before one version of one rule: what was known before it, what that version noted, and where it may speak. */
public interface Judging {
    /**
     * What a version says.
     *
     * @param positions of earlier facts that made it speak; this one's comes after them
     */
    record Spoken(
            DivisionCode division,
            @MayBeAbsent InstitutionId institution,
            Subject subject,
            String subjectId,
            @MayBeAbsent Money amount,
            @MayBeAbsent Fraction measured,
            @MayBeAbsent Fraction threshold,
            List<Long> positions) {}

    Entry entry();

    /** The day it was recorded, in the ledger's time zone. */
    LocalDate recordedOn();

    /** The day of an instant, in the ledger's time zone. */
    LocalDate day(Instant instant);

    /** An entity as it stood before the fact. */
    <T> Optional<T> known(Kind<T> kind, Object id);

    /** What this version noted under a key. */
    List<Noted> noted(String key);

    /** Notes this instead under the key, and nothing else. */
    void note(String key, List<Noted> noted);

    void speak(Spoken spoken);

    default LocalDate effectiveDate() {
        return entry().envelope().effectiveDate();
    }

    /** This fact, to be noted. */
    default Noted here(String what, Money amount, Fraction measure) {
        return new Noted(entry().position(), effectiveDate(), recordedOn(), what, amount, measure);
    }

    /** The division whose authority a payment spends. */
    default DivisionCode division(Paid paid) {
        return paid.lines().list().stream()
                .filter(line -> paid.allotment().equals(line.allotment()))
                .map(Line::division)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("a payment spends its allotment: " + paid.payment()));
    }

    /** A payment looks odd. */
    default void speakOf(Paid paid, Money amount, List<Long> positions) {
        speak(new Spoken(division(paid), paid.institution(), Subject.PAYMENT, paid.payment().value(), amount, null, null, positions));
    }
}
