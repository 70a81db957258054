package fundtrail.query.entity;

import fundtrail.contract.Fraction;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.Money;
import java.time.LocalDate;

/**
 * What a red-flag rule keeps of a fact, to judge later ones by.
 *
 * @param recordedOn the day it was recorded, in the ledger's time zone
 * @param what       what the rule compares; may be absent
 * @param amount     may be absent
 * @param measure    anything counted that is no money; may be absent
 */
public record Noted(
        long position,
        LocalDate effectiveDate,
        LocalDate recordedOn,
        @MayBeAbsent String what,
        @MayBeAbsent Money amount,
        @MayBeAbsent Fraction measure) {}
