package io.autobot.agent.testkit.http;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** Answers a peer's requests, several at once. */
@FunctionalInterface
public interface PeerHandler {
    /**
     * A request.
     *
     * @param path without query
     * @param query empty if there is none
     */
    record Request(String method, String path, String query, byte[] body) {
        String parameter(String name) {
            for (String pair : query.split("&")) {
                if (pair.startsWith(name + "=")) {
                    // Some clients escape what need not be.
                    return URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8);
                }
            }
            return "";
        }

        /** The path's last segment. */
        String word() {
            return path.substring(path.lastIndexOf('/') + 1);
        }
    }

    /** Answers; what it throws breaks the answer off. */
    void handle(Request request, HttpWire wire) throws IOException, InterruptedException;
}
