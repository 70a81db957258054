package fundtrail.command.registerfundsource;

import static fundtrail.command.decide.Decision.accepted;
import static fundtrail.command.decide.Decision.refused;
import static fundtrail.command.decide.RefusalCode.ALREADY_EXISTS;

import fundtrail.command.decide.Decision;
import fundtrail.command.decide.Moment;
import fundtrail.command.known.Known;
import fundtrail.contract.fact.FundSourceRegistered;

public final class RegisterFundSourceDecision {
    private RegisterFundSourceDecision() {}

    public static Decision decide(RegisterFundSource wish, Moment moment, Known known) {
        if (known.fundSources().has(wish.fundSource())) {
            return refused(ALREADY_EXISTS, wish.fundSource());
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
