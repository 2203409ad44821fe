package io.autobot.agent.simulator;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;

/** Runs in a JVM of its own: a client that believes it talks to the real service. */
final class RealNameProbe {
    private RealNameProbe() {}

    public static void main(String[] args) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) URI.create(args[0]).toURL().openConnection();
        try (InputStream body = connection.getInputStream()) {
            System.out.println(connection.getResponseCode() + " " + body.readAllBytes().length);
        }
    }
}
