package fundtrail.command.reserve;

import static fundtrail.command.decide.Decision.refused;
import static fundtrail.command.decide.RefusalCode.AMOUNT_NOT_POSITIVE;
import static fundtrail.command.decide.RefusalCode.AUTHORITY_PROMISED;
import static fundtrail.command.decide.RefusalCode.DIVISION_UNKNOWN;
import static fundtrail.command.decide.RefusalCode.FUND_SOURCE_UNKNOWN;
import static fundtrail.command.decide.RefusalCode.INSTITUTION_UNKNOWN;
import static fundtrail.command.decide.RefusalCode.NUMBER_USED;
import static fundtrail.command.decide.RefusalCode.SOURCE_NOT_OWN_LEVEL;
import static fundtrail.command.decide.RefusalCode.UNALLOTTED_EXCEEDED;
import static fundtrail.command.decide.RefusalCode.YEAR_CLOSED;

import fundtrail.command.decide.Decision.Refused;
import fundtrail.command.decide.Form;
import fundtrail.command.known.Known;
import fundtrail.command.known.Levels;
import fundtrail.command.known.Promises.Broken;
import fundtrail.command.known.Promises;
import fundtrail.command.posting.ReservePostings;
import fundtrail.contract.Lines;
import fundtrail.contract.Money;
import fundtrail.contract.Purse;
import fundtrail.contract.fact.RiskReserveContributed.Contributor;
import fundtrail.contract.fact.RiskReserveContributed;
import fundtrail.contract.id.BankAccountId;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.DrawId;
import fundtrail.contract.id.FundSourceCode;
import fundtrail.contract.id.InstitutionId;

/** What contributing to the risk reserve and replenishing it have in common. */
public record Contributing(
        DivisionCode division,
        int budgetYear,
        FundSourceCode fundSource,
        InstitutionId institution,
        Money amount,
        BankAccountId bankAccount,
        BankAccountId reserveAccount,
        String bankRef) {

    /** @throws IllegalArgumentException when neither the government nor an institution could contribute so */
    public Contributing {
        Form.budgetYear(budgetYear);
        Form.text("bankRef", bankRef, 64);
        boolean ofGovernment = fundSource != null && bankAccount != null && institution == null;
        boolean ofInstitution = institution != null && bankRef != null && fundSource == null && bankAccount == null;
        if (!ofGovernment && !ofInstitution) {
            throw new IllegalArgumentException("who contributes: the government, with fundSource and bankAccount,"
                    + " or an institution, with institution and bankRef");
        }
    }

    /** What of it is nothing, used already or unknown; {@code null} when all is there. */
    public Refused missing(Known known) {
        if (!amount.isPositive()) {
            return refused(AMOUNT_NOT_POSITIVE, reserveAccount).with("amount", amount);
        }
        Long used = bankRef == null ? null : known.usedBankRef(bankRef);
        if (used != null) {
            return refused(NUMBER_USED, bankRef).with("by", "#" + used);
        }
        if (!known.hasDivision(division)) {
            return refused(DIVISION_UNKNOWN, division);
        }
        if (institution != null && !known.institutions().has(institution)) {
            return refused(INSTITUTION_UNKNOWN, institution);
        }
        if (fundSource != null && !known.fundSources().has(fundSource)) {
            return refused(FUND_SOURCE_UNKNOWN, fundSource);
        }
        return ReserveAccounts.missing(division, bankAccount, reserveAccount, known);
    }

    /** Why it cannot be contributed, although all is there; {@code null} when it can. */
    public Refused refusal(Known known) {
        if (fundSource != null && !Levels.isOwn(known.fundSources().get(fundSource).level(), division)) {
            return refused(SOURCE_NOT_OWN_LEVEL, fundSource)
                    .with("level", known.fundSources().get(fundSource).level())
                    .with("division", division);
        }
        Refused unfit = ReserveAccounts.unfit(division, bankAccount, reserveAccount, known);
        if (unfit != null) {
            return unfit;
        }
        if (known.years().isClosed(division, budgetYear)) {
            return refused(YEAR_CLOSED, budgetYear).with("division", division);
        }
        return fundSource == null ? null : beyond(known);
    }

    private Refused beyond(Known known) {
        Money unallotted = known.balances().unallotted(division, budgetYear, fundSource);
        if (!unallotted.covers(amount)) {
            return refused(UNALLOTTED_EXCEEDED, fundSource)
                    .with("unallotted", unallotted)
                    .with("amount", amount)
                    .with("missing", amount.minus(unallotted));
        }
        Broken broken = Promises.broken(Purse.of(division, budgetYear, fundSource), null, amount, known);
        if (broken != null) {
            return refused(AUTHORITY_PROMISED, fundSource)
                    .with("asked", amount)
                    .with("broken", broken.amount())
                    .with("programme", broken.programme());
        }
        return ReserveAccounts.beyond(known.balances().treasuryCash(division, budgetYear, fundSource), fundSource, bankAccount, amount, known);
    }

    /** The lines of a contribution to this source of reserve. */
    public Lines lines(FundSourceCode reserveSource) {
        Purse reserve = Purse.of(division, budgetYear, reserveSource);
        return fundSource == null
                ? ReservePostings.received(reserve, reserveAccount, amount)
                : ReservePostings.contributedByGovernment(
                        Purse.of(division, budgetYear, fundSource), bankAccount, reserve, reserveAccount, amount);
    }

    /** The contribution as it is recorded. */
    public RiskReserveContributed fact(DrawId replenishes, Lines lines) {
        return new RiskReserveContributed(division, budgetYear,
                fundSource == null ? Contributor.INSTITUTION : Contributor.GOVERNMENT,
                fundSource, institution, amount, bankAccount, reserveAccount, bankRef, replenishes, lines);
    }
}
