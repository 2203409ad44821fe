package io.autobot.agent.simulator;

import java.util.Locale;

/**
 * A way in which a provider refuses a request. Each provider words it in a body of its own.
 *
 * <p>As text: the status, and for the second and further cases of a status a word behind it: {@code 400},
 * {@code 400-context}.
 */
public enum ErrorCase {
    /** A request the provider cannot make sense of. */
    BAD_REQUEST(400, "", "bad_request"),
    /** A prompt longer than the model takes. */
    CONTEXT_LENGTH(400, "context", "context_length"),
    /** A prompt the provider's filter refuses. */
    CONTENT_FILTER(400, "filter", "content_filter"),
    /** A wrong key answered by 400, as Gemini does. */
    BAD_KEY(400, "key", "auth"),
    /** A wrong key. */
    UNAUTHORIZED(401, "", "auth"),
    /** No credit left. */
    PAYMENT(402, "", "quota"),
    /** A key that may not do this. */
    FORBIDDEN(403, "", "auth"),
    /** An unknown model. */
    NOT_FOUND(404, "", "not_found"),
    /** The wrong method. */
    METHOD(405, "", "bad_request"),
    /** The provider gave up waiting. */
    TIMEOUT(408, "", "timeout"),
    /** A body larger than the provider takes. */
    TOO_LARGE(413, "", "context_length"),
    /** A well-formed request with wrong values. */
    UNPROCESSABLE(422, "", "bad_request"),
    /** Too many requests for now. */
    RATE_LIMIT(429, "", "rate_limit"),
    /** The plan's quota is used up. */
    QUOTA(429, "quota", "quota"),
    /** The provider's own failure. */
    SERVER(500, "", "server"),
    /** A proxy's page instead of a reply. */
    BAD_GATEWAY(502, "", "server"),
    /** Too busy, in the standard status. */
    UNAVAILABLE(503, "", "overloaded"),
    /** A proxy gave up waiting. */
    GATEWAY_TIMEOUT(504, "", "timeout"),
    /** Too busy, in Anthropic's status. */
    OVERLOADED(529, "", "overloaded");

    private final int status;
    private final String word;
    private final String errorType;

    ErrorCase(int status, String word, String errorType) {
        this.status = status;
        this.word = word;
        this.errorType = errorType;
    }

    /** The HTTP status; a provider's class may answer with another one where the real one does. */
    public int status() {
        return status;
    }

    /** The {@code error_type} that the metrics contract has for this case. */
    public String errorType() {
        return errorType;
    }

    /** The case for a text such as {@code 429-quota}. */
    public static ErrorCase parse(String text) {
        for (ErrorCase one : values()) {
            if (one.toString().equals(text.toLowerCase(Locale.ROOT))) {
                return one;
            }
        }
        throw new IllegalArgumentException("no such error case: " + text);
    }

    @Override
    public String toString() {
        return word.isEmpty() ? Integer.toString(status) : status + "-" + word;
    }
}
