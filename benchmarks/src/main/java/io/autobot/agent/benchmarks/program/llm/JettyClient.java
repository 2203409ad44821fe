package io.autobot.agent.benchmarks.program.llm;

import java.io.InputStream;
import java.net.URI;
import org.eclipse.jetty.client.BytesRequestContent;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.InputStreamResponseListener;
import org.eclipse.jetty.http.HttpMethod;

/** Jetty's client, with a blocking stream. */
final class JettyClient implements LlmClient {
    private final HttpClient client = new HttpClient();

    JettyClient() throws Exception {
        client.start();
    }

    @Override
    public void post(URI uri, byte[] body, ReplyPieces reply) throws Exception {
        InputStreamResponseListener listener = new InputStreamResponseListener();
        client.newRequest(uri)
                .method(HttpMethod.POST)
                .body(new BytesRequestContent("application/json", body))
                .send(listener);
        try (InputStream in = listener.getInputStream()) {
            reply.readAll(in);
        }
    }
}
