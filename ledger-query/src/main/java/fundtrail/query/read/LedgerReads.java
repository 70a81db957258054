package fundtrail.query.read;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.id.PersonRef;
import fundtrail.query.access.HeldRole;
import fundtrail.query.access.Reader;
import fundtrail.query.asof.AsOf;
import fundtrail.query.asof.Clocks;
import fundtrail.query.entity.Ledger;
import fundtrail.query.http.Answer;
import fundtrail.query.http.Ask;
import java.util.List;

/** The ledger itself, and who is looking at it. */
public final class LedgerReads {
    private final Questions questions;
    private final Clocks clocks;

    /** The ledger, and how far it is known. */
    record LedgerView(@JsonUnwrapped AsOf asOf, Ledger ledger) {}

    /**
     * Who asks.
     *
     * @param name as registered; absent where the registry's row is gone
     * @param post as registered; absent where the registry's row is gone
     */
    record Me(PersonRef person, @MayBeAbsent String name, @MayBeAbsent String post, List<HeldRole> roles) {}

    public LedgerReads(Questions questions, Clocks clocks) {
        this.questions = questions;
        this.clocks = clocks;
    }

    public Answer ledger(Ask ask) throws InterruptedException {
        AsOf asOf = questions.asOf(ask);
        return Answer.json(new LedgerView(asOf, clocks.ledger()));
    }

    public Answer me(Ask ask) {
        Reader reader = ask.reader();
        return Answer.json(new Me(reader.person(), reader.name(), reader.post(), reader.roles()));
    }
}
