package fundtrail.command.commitmatching;

import fundtrail.command.decide.Command;
import fundtrail.contract.DocumentRef;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.Money;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.FundSourceCode;
import fundtrail.contract.id.TrancheId;
import java.time.LocalDate;

/** Undertakes to add own-level money to a notified tranche (配套承诺). Several for one tranche add up. */
public record CommitMatching(
        @MayBeAbsent LocalDate effectiveDate,
        @MayBeAbsent DocumentRef document,
        TrancheId tranche,
        DivisionCode division,
        FundSourceCode fundSource,
        Money amount)
        implements Command {}
