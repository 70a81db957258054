package fundtrail.query.alert;

import fundtrail.contract.fact.Paid;
import fundtrail.contract.fact.PayeeAccountRegistered;
import fundtrail.query.entity.Noted;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** An institution that had an account already was paid to another one, registered only some days before. */
final class AccountNewBeforePayment implements AlertRule {
    private static final String DAYS = "days";

    @Override
    public RuleName name() {
        return RuleName.ACCOUNT_NEW_BEFORE_PAYMENT;
    }

    @Override
    public Map<String, Tuning.Sort> parameters() {
        return Map.of(DAYS, Tuning.Sort.COUNT);
    }

    @Override
    public void judge(Judging fact, Tuning tuning) {
        switch (fact.entry().fact()) {
            case PayeeAccountRegistered account -> {
                List<Noted> all = new ArrayList<>(fact.noted(account.institution().value()));
                all.add(fact.here(account.payeeAccount().value(), null, null));
                fact.note(account.institution().value(), all);
            }
            case Paid paid -> {
                List<Noted> accounts = fact.noted(paid.payee().value());
                accounts.stream().skip(1)
                        .filter(one -> one.what().equals(paid.payeeAccount().value()))
                        .filter(one -> ChronoUnit.DAYS.between(one.recordedOn(), fact.recordedOn()) < tuning.count(DAYS))
                        .forEach(one -> fact.speakOf(paid, paid.amount(), List.of(one.position())));
            }
            default -> { }
        }
    }
}
