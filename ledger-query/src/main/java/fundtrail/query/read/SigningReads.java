package fundtrail.query.read;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.Role;
import fundtrail.contract.Signature.Step;
import fundtrail.contract.Tags;
import fundtrail.contract.id.PersonRef;
import fundtrail.query.access.HeldRole;
import fundtrail.query.access.Reader;
import fundtrail.query.asof.AsOf;
import fundtrail.query.entity.AuthorityMatrix;
import fundtrail.query.entity.Delegation;
import fundtrail.query.entity.Kind;
import fundtrail.query.entity.Person;
import fundtrail.query.entity.Proposal;
import fundtrail.query.entity.Version;
import fundtrail.query.fold.FactTags;
import fundtrail.query.http.Answer;
import fundtrail.query.http.Ask;
import fundtrail.query.read.Entities.Wanted;
import fundtrail.query.read.NextHand.Claim;
import fundtrail.query.read.NextHand.Lent;
import fundtrail.query.read.ProposalViews.ProposalView;
import fundtrail.query.store.JdbcStore;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What a person has proposed, and what waits for that person's hand: what is due first comes first. */
public final class SigningReads {
    private static final int EVERY = Integer.MAX_VALUE;

    private final Questions questions;
    private final Entities entities;
    private final JdbcStore store;
    private final ProposalViews views;

    /**
     * A proposal that waits for its reader.
     *
     * @param step       the hand the reader would be
     * @param role       in which role
     * @param onBehalfOf in whose stead; absent for a role of one's own
     */
    record ToSign(@JsonUnwrapped ProposalView proposal, Step step, Role role, @MayBeAbsent PersonRef onBehalfOf) {}

    /** The order of what is due: by its last day, then by when it was submitted. */
    private record Due(LocalDate expiresOn, long position) implements Comparable<Due> {
        private static final Comparator<Due> ORDER = Comparator.comparing(Due::expiresOn).thenComparing(Due::position);

        static Due of(Proposal proposal) {
            return new Due(proposal.expiresOn(), proposal.signed().getFirst().position());
        }

        static Due of(List<String> key) {
            return new Due(LocalDate.parse(key.get(0)), Long.parseLong(key.get(1)));
        }

        List<String> key() {
            return List.of(expiresOn.toString(), Long.toString(position));
        }

        @Override
        public int compareTo(Due other) {
            return ORDER.compare(this, other);
        }
    }

    public SigningReads(Questions questions, Entities entities, JdbcStore store, ProposalViews views) {
        this.questions = questions;
        this.entities = entities;
        this.store = store;
        this.views = views;
    }

    /** What the reader proposed, in whatever state. */
    public Answer mine(Ask ask) throws InterruptedException {
        AsOf asOf = questions.asOf(ask);
        var state = ask.given(Params.PROPOSAL_STATE);
        PersonRef reader = ask.reader().person();
        LocalDate day = questions.day(asOf);
        Wanted wanted = Wanted.tagged(Optional.of(FactTags.tag(FactTags.SIGNER, reader)));
        List<Version<Proposal>> found = due(ask, asOf, wanted, one ->
                one.signed().getFirst().person().equals(reader) && state.map(one.on(day)::equals).orElse(true));
        String next = questions.next(ask, asOf, found, version -> Due.of(version.body()).key());
        return Answer.json(new Page<>(asOf, views.of(asOf, questions.page(ask, found)), next));
    }

    /** What waits for a hand the reader could give now, by roles held now. */
    public Answer forMe(Ask ask) throws InterruptedException {
        AsOf asOf = questions.asOf(ask);
        NextHand hand = hand(ask, asOf);
        Optional<List<Object>> after = questions.after(ask, Due::of).map(last -> List.of(last.expiresOn().toString(), last.position()));
        List<Version<Proposal>> found = entities.due(asOf, ask.reader().scope(), ask.reader().person(), hand.today(),
                one -> hand.of(one).isPresent(), after, questions.limit(ask) + 1);
        List<Version<Proposal>> page = questions.page(ask, found);
        List<ProposalView> shown = views.of(asOf, page);
        List<ToSign> items = new ArrayList<>();
        for (int i = 0; i < page.size(); i++) {
            Claim claim = hand.of(page.get(i).body()).orElseThrow();
            items.add(new ToSign(shown.get(i), claim.step(), claim.role(), claim.onBehalfOf()));
        }
        return Answer.json(new Page<>(asOf, items, questions.next(ask, asOf, found, version -> Due.of(version.body()).key())));
    }

    /** One more than a page, in the order of what is due. */
    private List<Version<Proposal>> due(Ask ask, AsOf asOf, Wanted wanted, Predicate<Proposal> matching) {
        Optional<Due> after = questions.after(ask, Due::of);
        return entities.list(Kind.PROPOSAL, asOf, ask.reader().scope(), wanted, matching, "", EVERY).stream()
                .filter(version -> after.map(last -> last.compareTo(Due.of(version.body())) < 0).orElse(true))
                .sorted(Comparator.comparing(version -> Due.of(version.body())))
                .limit(questions.limit(ask) + 1L)
                .toList();
    }

    private NextHand hand(Ask ask, AsOf asOf) {
        Reader reader = ask.reader();
        LocalDate known = questions.day(asOf);
        LocalDate today = known.isAfter(asOf.effective()) ? known : asOf.effective();
        AuthorityMatrix matrix = store.version(Kind.AUTHORITY_MATRIX, AuthorityMatrix.ID, asOf.knownPosition())
                .map(Version::body)
                .orElse(new AuthorityMatrix(List.of()));
        List<Delegation> delegations = entities.list(Kind.DELEGATION, asOf, reader.scope(),
                        Wanted.tagged(Optional.of(FactTags.tag(Tags.PERSON, reader.person()))),
                        one -> one.to().equals(reader.person()) && one.isActive(today), "", EVERY)
                .stream()
                .map(Version::body)
                .toList();
        Map<String, Person> delegators = store.versions(Kind.PERSON, delegations.stream().map(one -> one.from().value()).toList(), Long.MAX_VALUE)
                .stream()
                .collect(Collectors.toMap(Version::id, Version::body));
        return new NextHand(reader.person(), today, matrix, reader.roles(), delegations.stream()
                .map(one -> new Lent(one, delegators.get(one.from().value()).held().stream().map(HeldRole::of).toList()))
                .toList());
    }
}
