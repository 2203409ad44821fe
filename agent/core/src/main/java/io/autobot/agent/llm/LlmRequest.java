package io.autobot.agent.llm;

import io.autobot.agent.framing.JsonBody;
import io.autobot.agent.http.ByteSink;
import io.autobot.agent.json.JsonListener;
import io.autobot.agent.json.JsonPaths;
import io.autobot.agent.json.JsonScanner;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The model that a request asks for. Fed by the thread that sends; the model is read by any. */
final class LlmRequest implements JsonListener {
    private static final JsonPaths PATHS =
            new JsonPaths.Builder().want(0, "model", "model_id", "modelId").build();

    private volatile String model;

    /** What reads a body of this content type, {@code null} if it cannot name a model. */
    ByteSink body(String contentType) {
        String type = contentType == null ? "" : contentType.toLowerCase(Locale.ROOT);
        if (type.startsWith("multipart/form-data")) {
            return new MultipartModel(this);
        }
        return type.isEmpty() || type.contains("json") || type.startsWith("text/")
                ? JsonBody.whole(new JsonScanner(PATHS, this))
                : null;
    }

    @Override
    public void text(int leaf, byte[] utf8, int length) {
        named(utf8, length);
    }

    void named(byte[] utf8, int length) {
        if (length > 0) {
            model = new String(utf8, 0, length, StandardCharsets.UTF_8);
        }
    }

    /** {@code null} if it names none, or has not been sent so far. */
    String model() {
        return model;
    }
}
