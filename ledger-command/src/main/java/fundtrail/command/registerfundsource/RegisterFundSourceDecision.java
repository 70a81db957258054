package fundtrail.command.registerfundsource;

import static fundtrail.command.decide.Decision.accepted;
import static fundtrail.command.decide.Decision.refused;
import static fundtrail.command.decide.RefusalCode.ALREADY_EXISTS;
import static fundtrail.command.decide.RefusalCode.RESERVE_SOURCE_GIVEN;

import fundtrail.command.decide.Decision;
import fundtrail.command.decide.Moment;
import fundtrail.command.known.Known;
import fundtrail.contract.fact.FundSourceRegistered;
import fundtrail.contract.fact.FundSourceRegistered.Level;
import fundtrail.contract.id.FundSourceCode;

public final class RegisterFundSourceDecision {
    private RegisterFundSourceDecision() {}

    public static Decision decide(RegisterFundSource wish, Moment moment, Known known) {
        if (known.fundSources().has(wish.fundSource())) {
            return refused(ALREADY_EXISTS, wish.fundSource());
        }
        FundSourceCode reserve = known.riskReserve().source();
        if (wish.level() == Level.RISK_RESERVE && reserve != null) {
            return refused(RESERVE_SOURCE_GIVEN, wish.fundSource()).with("reserve", reserve);
        }
        return accepted(new FundSourceRegistered(
                wish.fundSource(),
                wish.nameZh(),
                wish.nameEn(),
                wish.level(),
                wish.natureCode(),
                wish.projectCode(),
                wish.directFund(),
                wish.restitutionOpen(),
                wish.restitutionClosed(),
                wish.governingRule()));
    }
}
