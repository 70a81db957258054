package fundtrail.eventstore;

import java.util.List;
import org.axonframework.messaging.core.QualifiedName;

/** What may be asked of purses, and when it is refused. */
sealed interface PurseWish {

    String purse();

    /** The facts of this wish; none if it was done before. */
    List<PurseFact> decide(Purses known);

    default QualifiedName name() {
        return new QualifiedName(getClass().getSimpleName());
    }

    record Fill(String purse, long amount) implements PurseWish {
        @Override
        public List<PurseFact> decide(Purses known) {
            return List.of(new PurseFact.Filled(purse, amount));
        }
    }

    record Draw(String purse, String draw, long amount) implements PurseWish {
        @Override
        public List<PurseFact> decide(Purses known) {
            if (known.knows(draw)) return List.of();
            if (known.purse(purse).held()) throw new Refusal("held");
            if (known.purse(purse).balance() < amount) throw new Refusal("exceeded");
            return List.of(new PurseFact.Drawn(purse, draw, amount));
        }
    }

    /** Draws in one append, or not at all. */
    record DrawAll(String purse, List<String> draws, long amount) implements PurseWish {
        @Override
        public List<PurseFact> decide(Purses known) {
            if (draws.stream().allMatch(known::knows)) return List.of();
            if (known.purse(purse).balance() < amount * draws.size()) throw new Refusal("exceeded");
            return draws.stream().<PurseFact>map(draw -> new PurseFact.Drawn(purse, draw, amount)).toList();
        }
    }

    /** Draws without looking whether the id was used: only the database notices. */
    record DrawBlindly(String purse, String draw, long amount) implements PurseWish {
        @Override
        public List<PurseFact> decide(Purses known) {
            return List.of(new PurseFact.Drawn(purse, draw, amount));
        }
    }

    record Hold(String purse) implements PurseWish {
        @Override
        public List<PurseFact> decide(Purses known) {
            return List.of(new PurseFact.Held(purse));
        }
    }

    record Release(String purse) implements PurseWish {
        @Override
        public List<PurseFact> decide(Purses known) {
            return List.of(new PurseFact.Released(purse));
        }
    }

    final class Refusal extends RuntimeException {
        Refusal(String rule) {
            super(rule);
        }

    }
}
