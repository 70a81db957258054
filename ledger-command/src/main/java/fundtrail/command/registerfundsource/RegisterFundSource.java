package fundtrail.command.registerfundsource;

import fundtrail.command.decide.Command;
import fundtrail.command.decide.Form;
import fundtrail.contract.DocumentRef;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.fact.FundSourceRegistered.Level;
import fundtrail.contract.fact.FundSourceRegistered.RestitutionTarget;
import fundtrail.contract.id.FundSourceCode;
import java.time.LocalDate;

/** Registers a fund source for the whole ledger. Fields as in {@link fundtrail.contract.fact.FundSourceRegistered}. */
public record RegisterFundSource(
        @MayBeAbsent LocalDate effectiveDate,
        @MayBeAbsent DocumentRef document,
        FundSourceCode fundSource,
        String nameZh,
        String nameEn,
        Level level,
        @MayBeAbsent String natureCode,
        @MayBeAbsent String projectCode,
        boolean directFund,
        RestitutionTarget restitutionOpen,
        RestitutionTarget restitutionClosed,
        @MayBeAbsent String governingRule)
        implements Command {
    public RegisterFundSource {
        Form.text("nameZh", nameZh, 80);
        Form.text("nameEn", nameEn, 80);
        Form.optionalText("natureCode", natureCode, 20);
        Form.optionalText("projectCode", projectCode, 40);
        Form.optionalText("governingRule", governingRule, 200);
    }
}
