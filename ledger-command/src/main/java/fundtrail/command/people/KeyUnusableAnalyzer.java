package fundtrail.command.people;

import fundtrail.people.KeyUnusable;
import java.util.Locale;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in words, in place of a stack trace, why a start ends for want of the people registry's key. */
final class KeyUnusableAnalyzer extends AbstractFailureAnalyzer<KeyUnusable> {
    @Override
    protected FailureAnalysis analyze(Throwable root, KeyUnusable unusable) {
        return new FailureAnalysis(unusable.text(Locale.getDefault()), null, unusable);
    }
}
