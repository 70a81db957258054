package fundtrail.query.alert;

import fundtrail.contract.fact.PayeeAccountRegistered;
import fundtrail.query.alert.Judging.Spoken;
import fundtrail.query.entity.Alert.Subject;
import fundtrail.query.entity.Institution;
import fundtrail.query.entity.Kind;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * An account is in a name that its institution neither has nor had: a person's, or a stranger's. Names are compared as they
 * are written, white space aside, and only those with fewer characters than asked for in common from their start differ.
 */
final class AccountInAnotherName implements AlertRule {
    private static final String ALIKE = "alike";

    @Override
    public RuleName name() {
        return RuleName.ACCOUNT_IN_ANOTHER_NAME;
    }

    @Override
    public Map<String, Tuning.Sort> parameters() {
        return Map.of(ALIKE, Tuning.Sort.COUNT);
    }

    @Override
    public void judge(Judging fact, Tuning tuning) {
        if (!(fact.entry().fact() instanceof PayeeAccountRegistered account)) {
            return;
        }
        Institution institution = fact.known(Kind.INSTITUTION, account.institution()).orElse(null);
        if (institution == null) {
            return;
        }
        boolean known = Stream.concat(Stream.of(institution.name()), institution.changes().stream().map(Institution.InstitutionChange::name))
                .anyMatch(name -> isAlike(name, account.accountName(), tuning.count(ALIKE)));
        if (!known) {
            fact.speak(new Spoken(institution.division(), institution.institution(), Subject.PAYEE_ACCOUNT, account.payeeAccount().value(),
                    null, null, null, List.of()));
        }
    }

    private static boolean isAlike(String name, String accountName, int characters) {
        String one = name.replaceAll("\\s", "");
        String other = accountName.replaceAll("\\s", "");
        return one.equals(other) || one.length() >= characters && other.length() >= characters && one.regionMatches(0, other, 0, characters);
    }
}
