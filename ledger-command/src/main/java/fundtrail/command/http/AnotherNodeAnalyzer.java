package fundtrail.command.http;

import fundtrail.eventstore.LaneFailure.AnotherNodeIsActive;
import java.util.Locale;
import java.util.Map;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** That another node writes to this ledger is told in words, and not by a stack trace. */
public final class AnotherNodeAnalyzer extends AbstractFailureAnalyzer<AnotherNodeIsActive> {
    @Override
    protected FailureAnalysis analyze(Throwable failure, AnotherNodeIsActive active) {
        Problem.Text text = new DoorTexts().of(DoorCode.ANOTHER_NODE_HOLDS, Map.of("why", active.getMessage()), Locale.getDefault());
        return new FailureAnalysis(text.detail(), text.advice(), active);
    }
}
