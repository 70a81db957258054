package fundtrail.query.access;

import java.util.List;
import java.util.Set;

/**
 * What one person may see now: the one thing every read is cut to, whatever moment it asks for.
 *
 * @param circles the circles the person belongs to; a fact or an entity is shown when one of its own is among them
 */
public record Scope(Set<Circle> circles) {
    public Scope {
        circles = Set.copyOf(circles);
    }

    /** The divisions, institutions or people whose things of this kind are seen. */
    public List<String> whose(Thing thing, Reach reach) {
        return circles.stream()
                .filter(circle -> circle.thing() == thing && circle.reach() == reach)
                .map(Circle::whom)
                .toList();
    }

    /** The circles for things of one kind. */
    public List<Circle> of(Thing thing) {
        return circles.stream().filter(circle -> circle.thing() == thing).toList();
    }

    public boolean serves(Audience audience) {
        return audience.isFor(this);
    }
}
