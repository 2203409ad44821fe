package io.autobot.agent.endpoint;

import java.util.Optional;

/** The listening side of the agent, independent of the HTTP server behind it. All methods are thread-safe. */
public interface Endpoint {
    /**
     * Binds and serves, and returns what was bound; empty when that failed, which has then been said in one line.
     * A port that is taken is tried again in the background. Never throws. Call it once.
     */
    Optional<Bound> start();

    /** What is bound now, empty before the port could be had and after {@link #stop()}. */
    Optional<Bound> bound();

    /** Closes the port and all connections at once, and ends every thread. May be called more than once. */
    void stop();

    /**
     * An address that answers.
     *
     * @param host the host as configured
     * @param port the real port, never 0
     * @param tls whether it speaks TLS
     */
    record Bound(String host, int port, boolean tls) {
        /** The address for people, for example {@code http://0.0.0.0:9465/metrics}. */
        public String url() {
            return (tls ? "https://" : "http://") + authority(host, port) + Router.METRICS;
        }

        /** Host and port as a URL wants them: IPv6 literals in brackets. */
        static String authority(String host, int port) {
            return (host.indexOf(':') >= 0 && !host.startsWith("[") ? "[" + host + "]" : host) + ":" + port;
        }
    }
}
