package io.autobot.agent.http;

import io.autobot.agent.status.StatusBoard;

/**
 * One HTTP client library. Instrumentations keep theirs in a static field. Any thread.
 *
 * <p>Libraries stand on each other (an SDK on a client, a client on the JDK's): the outermost that opens an exchange has
 * it, and those that it calls on the same thread see nothing, see {@link HttpThread}.
 */
public final class HttpTransport {
    private final HttpDomain domain;
    private final String name;

    HttpTransport(HttpDomain domain, String name) {
        this.domain = domain;
        this.name = name;
    }

    /**
     * An exchange begins.
     *
     * @param method the method
     * @param host as the application wrote it
     * @param port the port, 0 or less for the scheme's own
     * @param path the raw path without query; {@code null} or empty is {@code /}
     * @return {@code null} if no protocol knows it: nothing need be wrapped
     */
    public HttpExchange open(String method, String scheme, String host, int port, String path) {
        if (host == null || method == null || HttpThread.isCovered()) {
            return null;
        }
        try {
            int known = port > 0 ? port : "https".equalsIgnoreCase(scheme) ? 443 : 80;
            HttpConversation conversation =
                    domain.claim(method, scheme, host, known, path == null || path.isEmpty() ? "/" : path);
            return conversation == null ? null : new HttpExchange(this, conversation);
        } catch (Throwable failure) {
            failed("claiming an exchange", failure);
            return null;
        }
    }

    /** Says once, and counts, what went wrong in reading an exchange. */
    void failed(String place, Throwable failure) {
        StatusBoard status = domain.status();
        status.error(name, place, failure);
    }

    /** Warns once of replies that cannot be read. */
    void opaque(String encoding) {
        domain.status()
                .warn("replies with content encoding " + encoding + " are counted by their head alone, without tokens");
    }
}
