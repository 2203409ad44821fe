package io.autobot.agent.benchmarks.program.llm;

import java.net.URI;
import org.apache.http.client.methods.CloseableHttpResponse;
import org.apache.http.client.methods.HttpPost;
import org.apache.http.entity.ByteArrayEntity;
import org.apache.http.entity.ContentType;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClients;

/** Apache's client 4. */
final class Apache4 implements LlmClient {
    private final CloseableHttpClient client = HttpClients.createDefault();

    @Override
    public void post(URI uri, byte[] body, ReplyPieces reply) throws Exception {
        HttpPost request = new HttpPost(uri);
        request.setEntity(new ByteArrayEntity(body, ContentType.APPLICATION_JSON));
        try (CloseableHttpResponse response = client.execute(request)) {
            reply.readAll(response.getEntity().getContent());
        }
    }
}
