package fundtrail.query.read;

import fundtrail.query.asof.AsOf;
import fundtrail.query.entity.Kind;
import fundtrail.query.entity.Version;
import fundtrail.query.http.Answer;
import fundtrail.query.http.Ask;
import fundtrail.query.http.HttpProblem;
import fundtrail.query.http.ProblemCode;
import fundtrail.query.read.Entities.Wanted;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/** Entities, one or in pages. */
public final class EntityReads {
    private final Questions questions;
    private final Entities entities;

    public EntityReads(Questions questions, Entities entities) {
        this.questions = questions;
        this.entities = entities;
    }

    /** Makes what is shown of entities at a moment. */
    @FunctionalInterface
    interface Showing<T, V> {
        List<V> of(AsOf asOf, List<Version<T>> versions) throws InterruptedException;
    }

    /** All of a kind that match, in the order of their ids, as they stand. */
    <T> Answer list(Ask ask, Kind<T> kind, Wanted wanted, Predicate<T> matching) throws InterruptedException {
        return list(ask, kind, wanted, (_, one) -> matching.test(one), (_, versions) -> versions.stream().map(Current::of).toList());
    }

    public <T> Answer list(Ask ask, Kind<T> kind) throws InterruptedException {
        return list(ask, kind, Wanted.ALL, _ -> true);
    }

    <T, V> Answer list(Ask ask, Kind<T> kind, Wanted wanted, BiPredicate<AsOf, T> matching, Showing<T, V> showing)
            throws InterruptedException {
        AsOf asOf = questions.asOf(ask);
        String after = questions.after(ask, List::getFirst).orElse("");
        List<Version<T>> found = entities.list(
                kind, asOf, ask.reader().scope(), wanted, one -> matching.test(asOf, one), after, questions.limit(ask) + 1);
        String next = questions.next(ask, asOf, found, version -> List.of(version.id()));
        return Answer.json(new Page<>(asOf, showing.of(asOf, questions.page(ask, found)), next));
    }

    /** The one the path names, as it stands. */
    public <T> Answer one(Ask ask, Kind<T> kind, String id) throws InterruptedException {
        return one(ask, kind, id, (_, versions) -> versions.stream().map(Current::of).toList());
    }

    <T, V> Answer one(Ask ask, Kind<T> kind, String id, Showing<T, V> showing) throws InterruptedException {
        AsOf asOf = questions.asOf(ask);
        return Answer.json(new One<>(asOf, showing.of(asOf, List.of(found(ask, asOf, kind, id))).getFirst()));
    }

    /** @throws HttpProblem 404 where there was none at that moment, or it is not for these eyes */
    <T> Version<T> found(Ask ask, AsOf asOf, Kind<T> kind, String id) {
        return entities.one(kind, id, asOf, ask.reader().scope()).orElseThrow(() -> HttpProblem.of(ProblemCode.UNKNOWN, id));
    }
}
