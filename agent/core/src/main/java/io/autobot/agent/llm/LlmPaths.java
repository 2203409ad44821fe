package io.autobot.agent.llm;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/**
 * Tells from a path what is asked of a provider. Paths are matched by their end, because gateways put prefixes before
 * them. Nothing is allocated for a path that is none of these. Any thread.
 */
final class LlmPaths {
    /** A known end of a path. */
    record Route(String end, RequestType type, String provider, boolean certain) {}

    private static final String OPENAI = "openai_compatible";

    /** The longer before the shorter that it ends with. */
    private static final Route[] ROUTES = {
        new Route("/chat/completions", RequestType.CHAT, OPENAI, true),
        new Route("/fim/completions", RequestType.COMPLETION, "mistral_ai", false),
        new Route("/agents/completions", RequestType.CHAT, "mistral_ai", false),
        new Route("/completions", RequestType.COMPLETION, OPENAI, false),
        new Route("/responses", RequestType.CHAT, OPENAI, false),
        new Route("/embeddings", RequestType.EMBEDDING, OPENAI, false),
        new Route("/images/generations", RequestType.IMAGE, OPENAI, false),
        new Route("/images/edits", RequestType.IMAGE, OPENAI, false),
        new Route("/images/variations", RequestType.IMAGE, OPENAI, false),
        new Route("/audio/transcriptions", RequestType.TRANSCRIPTION, OPENAI, false),
        new Route("/audio/translations", RequestType.TRANSCRIPTION, OPENAI, false),
        new Route("/audio/speech", RequestType.SPEECH, OPENAI, false),
        new Route("/moderations", RequestType.MODERATION, OPENAI, false),
        new Route("/messages/count_tokens", RequestType.TOKEN_COUNT, "anthropic", false),
        new Route("/messages/batches", RequestType.BATCH, "anthropic", false),
        new Route("/v1/messages", RequestType.CHAT, "anthropic", false),
        new Route("/v1/complete", RequestType.COMPLETION, "anthropic", false),
        new Route("/api/chat", RequestType.CHAT, "ollama", false),
        new Route("/api/generate", RequestType.COMPLETION, "ollama", false),
        new Route("/api/embed", RequestType.EMBEDDING, "ollama", false),
        new Route("/api/embeddings", RequestType.EMBEDDING, "ollama", false),
        new Route("/v2/chat", RequestType.CHAT, "cohere", false),
        new Route("/v1/chat", RequestType.CHAT, "cohere", false),
        new Route("/v2/embed", RequestType.EMBEDDING, "cohere", false),
        new Route("/v1/embed", RequestType.EMBEDDING, "cohere", false),
        new Route("/v2/rerank", RequestType.RERANK, "cohere", false),
        new Route("/rerank", RequestType.RERANK, OPENAI, false),
        new Route("/generate_stream", RequestType.COMPLETION, "tgi", false),
        new Route("/generate", RequestType.COMPLETION, "tgi", false),
        new Route("/completion", RequestType.COMPLETION, "llama_cpp", false),
        new Route("/infill", RequestType.COMPLETION, "llama_cpp", false),
        new Route("/text/chat_stream", RequestType.CHAT, "ibm.watsonx.ai", false),
        new Route("/text/chat", RequestType.CHAT, "ibm.watsonx.ai", false),
        new Route("/text/generation_stream", RequestType.COMPLETION, "ibm.watsonx.ai", false),
        new Route("/text/generation", RequestType.COMPLETION, "ibm.watsonx.ai", false),
        new Route("/batches", RequestType.BATCH, OPENAI, false),
        new Route("/files", RequestType.BATCH, OPENAI, false),
    };

    private LlmPaths() {}

    /** What a path without a model in it asks for, {@code null} if it ends like none. */
    static Route route(String path) {
        for (Route route : ROUTES) {
            if (path.endsWith(route.end())) {
                return route;
            }
        }
        return null;
    }

    /**
     * The end of the verb in {@code .../models/gemini-2.5-flash:generateContent}: where the colon is, negative if the
     * path is not of this kind.
     */
    static int googleVerb(String path) {
        int colon = path.lastIndexOf(':');
        return colon > path.lastIndexOf('/') && (path.contains("/models/") || path.contains("/endpoints/"))
                ? colon
                : -1;
    }

    /** What Google's verb asks for, {@code null} if it is none of a model. */
    static RequestType googleType(String path, int colon) {
        return switch (path.substring(colon + 1)) {
            case "generateContent", "streamGenerateContent", "rawPredict", "streamRawPredict" -> RequestType.CHAT;
            case "embedContent", "batchEmbedContents", "asyncBatchEmbedContent" -> RequestType.EMBEDDING;
            case "countTokens" -> RequestType.TOKEN_COUNT;
            case "predict" ->
                path.contains("embedding") || path.contains("gecko") ? RequestType.EMBEDDING : RequestType.IMAGE;
            case "batchGenerateContent" -> RequestType.BATCH;
            case "predictLongRunning" -> RequestType.OTHER;
            default -> null;
        };
    }

    /** What the last step of {@code /model/{id}/{step}} asks of Bedrock, {@code null} if the path is none of its. */
    static RequestType bedrockType(String path, String model) {
        switch (path.substring(path.lastIndexOf('/') + 1)) {
            case "converse", "converse-stream":
                return RequestType.CHAT;
            case "count-tokens":
                return RequestType.TOKEN_COUNT;
            case "invoke", "invoke-with-response-stream":
                if (model.contains("embed")) {
                    return RequestType.EMBEDDING;
                }
                if (model.contains("rerank")) {
                    return RequestType.RERANK;
                }
                return model.contains("image") || model.contains("canvas") || model.contains("stability.")
                        ? RequestType.IMAGE
                        : RequestType.CHAT;
            default:
                return null;
        }
    }

    /** What stands between two parts of a path, decoded; an ARN by its last part. {@code null} if it is not there. */
    static String between(String path, String before, String after) {
        int start = path.indexOf(before);
        if (start < 0) {
            return null;
        }
        start += before.length();
        int end = path.indexOf(after, start);
        if (end <= start) {
            return null;
        }
        return ModelSpelling.withoutAccount(decode(path.substring(start, end)));
    }

    /** Of a path element; what is no valid escape stays as it is. */
    static String decode(String element) {
        if (element.indexOf('%') < 0) {
            return element;
        }
        try {
            return URLDecoder.decode(element.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException invalid) {
            return element;
        }
    }
}
