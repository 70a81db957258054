package fundtrail.command.returnpayment;

import fundtrail.command.known.Clawback;
import fundtrail.command.known.Known;
import fundtrail.command.known.Payment.SetOff;
import fundtrail.command.posting.ClawbackPostings;
import fundtrail.contract.Line;
import fundtrail.contract.fact.Offset;
import fundtrail.contract.id.BankAccountId;
import java.util.List;

/** What a payment that comes back whole is set off against no longer. */
record SetOffAgain(List<SetOff> setOffs, BankAccountId bankAccount, Known known) {
    List<Offset> offsets() {
        return setOffs.stream().map(one -> new Offset(one.clawback(), one.amount(), one.bySource())).toList();
    }

    List<Line> inRed() {
        return setOffs.stream().flatMap(one -> {
            Clawback clawback = known.recoveries().clawbacks().of(one.clawback());
            return one.bySource().stream().flatMap(share -> ClawbackPostings.recovered(
                    clawback.purse(share.fundSource()), bankAccount, share.amount()).stream());
        }).map(Line::red).toList();
    }
}
