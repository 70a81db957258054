package fundtrail.query.access;

import fundtrail.contract.Role;
import fundtrail.contract.fact.LedgerOpened.Purpose;
import fundtrail.contract.id.InstitutionId;
import fundtrail.query.access.Admission.Admitted;
import fundtrail.query.access.Admission.NoRole;
import fundtrail.query.access.Admission.NoToken;
import fundtrail.query.access.Admission.NotRegistered;
import fundtrail.query.access.Admission.RehearsalToken;
import fundtrail.query.access.Signers.Signer;
import fundtrail.query.entity.Kind;
import fundtrail.query.entity.Ledger;
import fundtrail.query.entity.Person;
import fundtrail.query.entity.Version;
import fundtrail.query.store.Store;
import fundtrail.tokens.Bearer;
import fundtrail.tokens.RehearsalIssuer;
import fundtrail.tokens.TokenCheck;
import fundtrail.tokens.TokenRefused;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The one door: a token says who it is, the registry which person that is, the ledger's facts which roles that person
 * holds now, and {@link AccessTable} what those roles open.
 */
public final class Access {
    private final TokenCheck tokens;
    private final Signers signers;
    private final Store store;
    private volatile Purpose purpose;

    public Access(TokenCheck tokens, Signers signers, Store store) {
        this.tokens = tokens;
        this.signers = signers;
        this.store = store;
    }

    /** @param authorization the header's value; null when there is none */
    public Admission admit(String authorization, Audience audience) {
        Bearer bearer;
        try {
            bearer = tokens.check(authorization);
        } catch (TokenRefused refusal) {
            return new NoToken(refusal);
        }
        if (bearer.issuer().equals(RehearsalIssuer.ISSUER) && !isRehearsal()) {
            return new RehearsalToken();
        }
        Optional<Signer> signer = signers.signedInAs(bearer.issuer(), bearer.subject());
        Optional<Person> person =
                signer.flatMap(one -> store.version(Kind.PERSON, one.person().value(), Long.MAX_VALUE)).map(Version::body);
        if (person.isEmpty() || person.get().erasedAt() != null) {
            return new NotRegistered();
        }
        List<HeldRole> roles = person.get().held().stream().map(HeldRole::of).toList();
        List<HeldRole> reaching = roles.stream().flatMap(this::atEachMember).flatMap(this::withPredecessors).distinct().toList();
        Scope scope = AccessTable.scope(person.get().person(), reaching);
        return scope.serves(audience)
                ? new Admitted(new Reader(person.get().person(), signer.get().name(), signer.get().post(), roles, reaching, scope))
                : new NoRole(person.get().person(), audience);
    }

    /**
     * A finance centre serves the institution at which it is and every member of its communities: as they were last recorded,
     * like the roles themselves, from whatever day on that is valid.
     */
    private Stream<HeldRole> atEachMember(HeldRole held) {
        if (held.role() != Role.FC) {
            return Stream.of(held);
        }
        Stream<InstitutionId> members = held.institution() == null ? Stream.of()
                : store.version(Kind.INSTITUTION, held.institution().value(), Long.MAX_VALUE).stream()
                        .flatMap(known -> known.body().memberships().stream())
                        .filter(membership -> membership.until() == null)
                        .flatMap(membership -> store.version(Kind.COMMUNITY, membership.community().value(), Long.MAX_VALUE).stream())
                        .flatMap(community -> community.body().stages().getLast().members().stream());
        return Stream.concat(Stream.of(held), members.map(held::at));
    }

    /** Whoever serves an institution sees what went over to it as those saw it who served the one before. */
    private Stream<HeldRole> withPredecessors(HeldRole held) {
        Stream<HeldRole> before = held.institution() == null ? Stream.of()
                : store.version(Kind.INSTITUTION, held.institution().value(), Long.MAX_VALUE).stream()
                        .flatMap(known -> known.body().predecessors().stream())
                        .map(held::at);
        return Stream.concat(Stream.of(held), before);
    }

    /** A ledger's purpose cannot change, so it is read once. One that is not opened yet is nobody's production ledger. */
    private boolean isRehearsal() {
        if (purpose == null) {
            purpose = store.version(Kind.LEDGER, Ledger.ID, Long.MAX_VALUE).map(ledger -> ledger.body().purpose()).orElse(null);
        }
        return purpose != Purpose.PRODUCTION;
    }
}
