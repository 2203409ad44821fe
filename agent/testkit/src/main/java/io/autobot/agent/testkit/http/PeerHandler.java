package io.autobot.agent.testkit.http;

import java.io.IOException;

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
                    return pair.substring(name.length() + 1);
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
