package fundtrail.door;

import java.util.List;

/** What every answer tells a browser it may not do with it. */
public final class AnswerHeaders {
    /** One of them. */
    public record Header(String name, String value) {}

    /** Whatever is asked: nothing is guessed, run, framed, or told to other sites. */
    public static final List<Header> ALWAYS = List.of(
            new Header("X-Content-Type-Options", "nosniff"),
            new Header("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'"),
            new Header("Referrer-Policy", "no-referrer"),
            new Header("Cross-Origin-Resource-Policy", "same-origin"));

    /** Under TLS: a year of nothing but TLS (RFC 6797). */
    public static final Header UNDER_TLS = new Header("Strict-Transport-Security", "max-age=31536000");

    private AnswerHeaders() {}
}
