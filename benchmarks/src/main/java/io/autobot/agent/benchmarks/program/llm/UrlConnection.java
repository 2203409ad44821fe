package io.autobot.agent.benchmarks.program.llm;

import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;

/** The JDK's {@code HttpURLConnection}. */
final class UrlConnection implements LlmClient {
    @Override
    public void post(URI uri, byte[] body, ReplyPieces reply) throws Exception {
        HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
        connection.setRequestProperty("Content-Type", "application/json");
        connection.setDoOutput(true);
        try (OutputStream out = connection.getOutputStream()) {
            out.write(body);
        }
        try (InputStream in = connection.getInputStream()) {
            reply.readAll(in);
        }
    }
}
