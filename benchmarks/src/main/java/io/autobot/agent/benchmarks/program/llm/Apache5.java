package io.autobot.agent.benchmarks.program.llm;

import java.net.URI;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;

/** Apache's client 5, classic. */
final class Apache5 implements LlmClient {
    private final CloseableHttpClient client = HttpClients.createDefault();

    @Override
    public void post(URI uri, byte[] body, ReplyPieces reply) throws Exception {
        HttpPost request = new HttpPost(uri);
        request.setEntity(new ByteArrayEntity(body, ContentType.APPLICATION_JSON));
        client.execute(request, response -> {
            reply.readAll(response.getEntity().getContent());
            return null;
        });
    }
}
