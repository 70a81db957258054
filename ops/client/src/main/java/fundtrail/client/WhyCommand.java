package fundtrail.client;

import fundtrail.client.why.Why;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Explains an amount, from the fact back to the clerk's row and the document it rests on. */
@Command(name = "why", description = "Explains a fact or a payment: wish, hands, fact, lines, batch, allotment, documents, bank.",
        mixinStandardHelpOptions = true, sortOptions = false, usageHelpAutoWidth = true)
final class WhyCommand implements Callable<Integer>, Client.Speaking {
    @Parameters(paramLabel = "POSITION|PAYMENT", description = "a position in the ledger, or a payment such as BPH-2026-01.10")
    private String what;

    @Mixin
    private At at;

    @Override
    public Words words() {
        return at.words();
    }

    @Override
    public Integer call() {
        try (LedgerApi api = at.api()) {
            System.out.print(new Why(api, at.token("AU", "CA"), words()).of(what));
        }
        return 0;
    }
}
