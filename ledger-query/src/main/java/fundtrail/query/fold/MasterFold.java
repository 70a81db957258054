package fundtrail.query.fold;

import static fundtrail.query.entity.Kind.AUTHORITY_MATRIX;
import static fundtrail.query.entity.Kind.EXTRACT;
import static fundtrail.query.entity.Kind.FUND_SOURCE;
import static fundtrail.query.entity.Kind.INSTITUTION;
import static fundtrail.query.entity.Kind.LEDGER;
import static fundtrail.query.entity.Kind.PAYEE_ACCOUNT;
import static fundtrail.query.entity.Kind.RULE_SET;
import static fundtrail.query.entity.Kind.TREASURY_ACCOUNT;

import fundtrail.contract.Entry;
import fundtrail.contract.fact.AuditExtractIssued;
import fundtrail.contract.fact.AuthorityMatrixSet;
import fundtrail.contract.fact.FundSourceRegistered;
import fundtrail.contract.fact.InstitutionMerged;
import fundtrail.contract.fact.InstitutionRegistered;
import fundtrail.contract.fact.LedgerOpened;
import fundtrail.contract.fact.PayeeAccountClosed;
import fundtrail.contract.fact.PayeeAccountRegistered;
import fundtrail.contract.fact.RuleSetPublished;
import fundtrail.contract.fact.TreasuryAccountRegistered;
import fundtrail.contract.id.PersonRef;
import fundtrail.query.access.Circle;
import fundtrail.query.access.Thing;
import fundtrail.query.entity.AuthorityMatrix;
import fundtrail.query.entity.Extract;
import fundtrail.query.entity.FundSource;
import fundtrail.query.entity.Institution;
import fundtrail.query.entity.Ledger;
import fundtrail.query.entity.PayeeAccount;
import fundtrail.query.entity.RuleSet;
import fundtrail.query.entity.TreasuryAccount;
import java.util.Set;

/** The ledger, its rules, institutions, sources and accounts; and what of it was handed out. */
final class MasterFold implements Fold {
    private static final Set<Circle> RULES = Set.of(Circle.ledger(Thing.RULES));

    @Override
    public void fold(Entry entry, Earlier earlier, Outcome outcome) {
        var document = entry.envelope().document();
        switch (entry.fact()) {
            case LedgerOpened opened -> outcome.now(LEDGER, Ledger.ID, RULES, new Ledger(
                    opened.ledgerId(), opened.divisions(), opened.origin(), opened.purpose(), opened.timeZone()));
            case RuleSetPublished rules -> outcome.now(RULE_SET, rules.ruleSet(), RULES, new RuleSet(
                    rules.ruleSet(), rules.validFrom(), rules.programmes(), rules.holidays(), rules.workingWeekends(),
                    rules.payeeAccountWaitDays(), rules.duplicateWindowDays(), rules.proposalDays(), rules.passDownDays(),
                    rules.payments(), rules.purchasing(), rules.appealDays(), rules.holdDays(), document));
            case AuthorityMatrixSet matrix ->
                    outcome.now(AUTHORITY_MATRIX, AuthorityMatrix.ID, RULES, new AuthorityMatrix(matrix.rows()));
            case FundSourceRegistered source -> outcome.now(FUND_SOURCE, source.fundSource(), RULES, new FundSource(
                    source.fundSource(), source.nameZh(), source.nameEn(), source.level(), source.natureCode(),
                    source.projectCode(), source.directFund(), source.restitutionOpen(), source.restitutionClosed(),
                    source.governingRule(), document));
            case InstitutionRegistered one -> outcome.now(
                    INSTITUTION,
                    one.institution(),
                    Shown.institution(one),
                    Institution.registered(one.institution(), one.creditCode(), one.name(), one.type(), one.ownership(), one.division()));
            case InstitutionMerged merged -> earlier.version(INSTITUTION, merged.from().value()).ifPresent(from -> {
                outcome.now(INSTITUTION, from.id(), from.shownTo(), from.body().mergedInto(merged.into()));
                earlier.version(INSTITUTION, merged.into().value()).ifPresent(into ->
                        outcome.now(INSTITUTION, into.id(), into.shownTo(), into.body().after(from.body())));
            });
            case AuditExtractIssued issued -> outcome.now(
                    EXTRACT,
                    Extract.id(entry.position()),
                    FactCircles.of(entry, earlier),
                    new Extract(issued.kind(), issued.division(), issued.institution(), issued.caseId(), issued.query(),
                            issued.file(), new PersonRef(entry.envelope().actor()), entry.recordedAt()));
            case TreasuryAccountRegistered account -> outcome.now(
                    TREASURY_ACCOUNT,
                    account.bankAccount(),
                    Shown.money(account.division()),
                    new TreasuryAccount(account.bankAccount(), account.division(), account.use(), account.accountName(),
                            account.accountNumber(), account.bank()));
            case PayeeAccountRegistered account -> outcome.now(
                    PAYEE_ACCOUNT,
                    account.payeeAccount(),
                    Shown.institution(Thing.INSTITUTIONS, earlier, account.institution()),
                    new PayeeAccount(account.payeeAccount(), account.institution(), account.accountName(), account.accountNumber(),
                            account.bank(), entry.recordedAt(), null, null));
            case PayeeAccountClosed closed -> earlier.version(PAYEE_ACCOUNT, closed.payeeAccount().value()).ifPresent(open ->
                    outcome.now(PAYEE_ACCOUNT, open.id(), open.shownTo(), open.body().closed(entry.recordedAt(), closed.reason())));
            default -> { }
        }
    }
}
