package fundtrail.query.read;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import fundtrail.query.asof.AsOf;
import fundtrail.query.asof.Clocks;
import fundtrail.query.entity.Ledger;
import fundtrail.query.http.Answer;
import fundtrail.query.http.Ask;

/** The ledger itself. */
public final class LedgerReads {
    private final Questions questions;
    private final Clocks clocks;

    /** The ledger, and how far it is known. */
    record LedgerView(@JsonUnwrapped AsOf asOf, Ledger ledger) {}

    public LedgerReads(Questions questions, Clocks clocks) {
        this.questions = questions;
        this.clocks = clocks;
    }

    public Answer ledger(Ask ask) throws InterruptedException {
        AsOf asOf = questions.asOf(ask);
        return Answer.json(new LedgerView(asOf, clocks.ledger()));
    }
}
