package fundtrail.query.read;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.id.PaymentId;
import fundtrail.query.asof.AsOf;
import fundtrail.query.entity.Allotment;
import fundtrail.query.entity.Institution;
import fundtrail.query.entity.Kind;
import fundtrail.query.entity.PayeeAccount;
import fundtrail.query.entity.Payment;
import fundtrail.query.entity.Version;
import fundtrail.query.http.Answer;
import fundtrail.query.http.Ask;
import java.util.List;
import java.util.Optional;

/** What an advice of payment (拨款通知) says. */
public final class AdviceReads {
    private final Questions questions;
    private final EntityReads reads;
    private final Entities entities;
    private final LineSums sums;

    /**
     * A payment with what its payee is told beside it: whose account it went to, out of which allotment, how much of that
     * is paid in all, and how much is left.
     *
     * @param beneficiary absent where the reader may not see it
     * @param account     absent where the reader may not see it
     * @param allotment   absent where the reader may not see it
     * @param authority   of the allotment, at the two clocks of the question: {@code expended} is paid in all, this payment
     *                    among it, {@code available} is left
     */
    record PaymentAdvice(
            @JsonUnwrapped AsOf asOf,
            Payment payment,
            @MayBeAbsent Institution beneficiary,
            @MayBeAbsent PayeeAccount account,
            @MayBeAbsent Allotment allotment,
            @MayBeAbsent Authority authority) {}

    public AdviceReads(Questions questions, EntityReads reads, Entities entities, LineSums sums) {
        this.questions = questions;
        this.reads = reads;
        this.entities = entities;
        this.sums = sums;
    }

    public Answer advice(Ask ask) throws InterruptedException {
        AsOf asOf = questions.asOf(ask);
        Payment payment = reads.found(ask, asOf, Kind.PAYMENT, ask.path("payment", PaymentId::new).value()).body();
        Optional<Allotment> allotment = maybe(ask, asOf, Kind.ALLOTMENT, payment.allotment());
        return Answer.json(new PaymentAdvice(
                asOf,
                payment,
                maybe(ask, asOf, Kind.INSTITUTION, payment.institution()).orElse(null),
                maybe(ask, asOf, Kind.PAYEE_ACCOUNT, payment.payeeAccount()).orElse(null),
                allotment.orElse(null),
                allotment.map(one -> sums.ofAllotments(List.of(one.allotment().value()), asOf)
                                .getOrDefault(one.allotment().value(), Authority.NONE))
                        .orElse(null)));
    }

    private <T> Optional<T> maybe(Ask ask, AsOf asOf, Kind<T> kind, Object id) {
        return entities.one(kind, id.toString(), asOf, ask.reader().scope()).map(Version::body);
    }
}
