package fundtrail.query.entity;

/**
 * A circle that a later fact opened to those to whom this is shown.
 *
 * @param circle as it is stored
 */
public record Opened(String circle) {}
