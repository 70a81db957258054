package fundtrail.command.http;

import fundtrail.door.DoorRefused;
import java.util.Locale;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** A door that does not open as it is set up is told in words, and not by a stack trace. */
public final class DoorRefusedAnalyzer extends AbstractFailureAnalyzer<DoorRefused> {
    @Override
    protected FailureAnalysis analyze(Throwable failure, DoorRefused refused) {
        DoorRefused.Text text = refused.text(Locale.getDefault());
        return new FailureAnalysis(text.detail(), text.advice(), refused);
    }
}
