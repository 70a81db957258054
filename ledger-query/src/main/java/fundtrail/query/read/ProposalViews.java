package fundtrail.query.read;

import com.fasterxml.jackson.databind.JsonNode;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.Money;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.PersonRef;
import fundtrail.contract.id.ProposalId;
import fundtrail.query.asof.AsOf;
import fundtrail.query.entity.Proposal;
import fundtrail.query.entity.Version;
import fundtrail.query.read.Hands.Concerned;
import fundtrail.query.read.Hands.Hand;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Makes of proposals what people are shown: with the names of those who signed and of those it is about. */
public final class ProposalViews {
    private final Questions questions;
    private final Signatures signatures;

    /**
     * A proposal as it stands.
     *
     * @param content     the command's body, without the rows that went in parts
     * @param division    whose people sign; absent where it is for the whole ledger
     * @param amount      what signers are limited by
     * @param expiresOn   the last day on which it can be signed
     * @param basedOn     the last position its maker's wish was judged against
     * @param rowCount    how many rows went in parts; absent when there are none
     * @param state       EXPIRED where the day of the known position is after the last
     * @param submittedAt when it was recorded
     * @param signed      first to last
     * @param people      those its content names, so that nobody signs about references alone
     * @param closeReason why it was returned or withdrawn
     */
    record ProposalView(
            ProposalId proposal,
            String command,
            JsonNode content,
            String contentHash,
            @MayBeAbsent DivisionCode division,
            @MayBeAbsent Money amount,
            LocalDate expiresOn,
            long basedOn,
            @MayBeAbsent Integer rowCount,
            @MayBeAbsent String rowsHash,
            Proposal.State state,
            Instant submittedAt,
            List<Hand> signed,
            List<Concerned> people,
            @MayBeAbsent String closeReason,
            long position,
            LocalDate effectiveDate) {}

    public ProposalViews(Questions questions, Signatures signatures) {
        this.questions = questions;
        this.signatures = signatures;
    }

    List<ProposalView> of(AsOf asOf, List<Version<Proposal>> versions) {
        LocalDate day = questions.day(asOf);
        Hands hands = signatures.of(versions.stream()
                .map(Version::body)
                .flatMap(one -> Stream.concat(hands(one), people(one)))
                .toList());
        return versions.stream().map(version -> view(version, day, hands)).toList();
    }

    private static Stream<PersonRef> hands(Proposal one) {
        return one.signed().stream().flatMap(hand -> Stream.of(hand.person(), hand.onBehalfOf())).filter(Objects::nonNull);
    }

    private static Stream<PersonRef> people(Proposal one) {
        return Named.in(one.content(), List.of()).people().stream();
    }

    private static ProposalView view(Version<Proposal> version, LocalDate day, Hands hands) {
        Proposal one = version.body();
        return new ProposalView(one.proposal(), one.command(), one.content(), one.contentHash(), one.division(), one.amount(),
                one.expiresOn(), one.basedOn(), one.rowCount(), one.rowsHash(), one.on(day), one.signed().getFirst().recordedAt(),
                one.signed().stream()
                        .map(hand -> hands.hand(hand.step(), hand.role(), hand.person(), hand.onBehalfOf(), hand.position()))
                        .toList(),
                people(one).map(hands::concerned).toList(), one.closeReason(), version.position(), version.effectiveDate());
    }
}
