package io.autobot.agent.benchmarks.program.llm;

import java.net.URI;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** OkHttp, executed calls. */
final class OkHttp implements LlmClient {
    private static final MediaType JSON = MediaType.get("application/json");

    private final OkHttpClient client = new OkHttpClient();

    @Override
    public void post(URI uri, byte[] body, ReplyPieces reply) throws Exception {
        Request request = new Request.Builder()
                .url(uri.toString())
                .post(RequestBody.create(body, JSON))
                .build();
        try (Response response = client.newCall(request).execute()) {
            reply.readAll(response.body().byteStream());
        }
    }
}
