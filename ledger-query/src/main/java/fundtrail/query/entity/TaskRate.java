package fundtrail.query.entity;

import fundtrail.contract.DocumentRef;
import fundtrail.contract.Fraction;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.TaskCode;
import java.time.LocalDate;

/**
 * What one unit of a directed task is paid with, from a day on.
 *
 * @param rate    yuan a unit
 * @param unit    what is counted
 * @param validTo its last day; absent while it has none
 * @param costing the cost study it rests on; absent where none was named
 */
public record TaskRate(
        DivisionCode division,
        TaskCode task,
        String nameZh,
        String nameEn,
        Fraction rate,
        String unit,
        LocalDate validFrom,
        @MayBeAbsent LocalDate validTo,
        @MayBeAbsent String costing,
        @MayBeAbsent DocumentRef document) {}
