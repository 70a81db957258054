package fundtrail.contract;

/**
 * What a fact is about, for finding it again. Tags are derived from the fact, never stored in its bytes.
 *
 * @param key   one of the words of {@link Tags}
 * @param value the identifier
 */
public record Tag(String key, String value) {}
