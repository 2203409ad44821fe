package io.autobot.agent.llm;

import io.autobot.agent.http.HttpConversation;
import io.autobot.agent.http.HttpProtocol;

/** Claims what is posted to an LLM; the lists of models and other things that are got are no calls. */
final class LlmProtocol implements HttpProtocol {
    private final LlmEndpoints endpoints;
    private final LlmMetrics metrics;

    LlmProtocol(LlmEndpoints endpoints, LlmMetrics metrics) {
        this.endpoints = endpoints;
        this.metrics = metrics;
    }

    @Override
    public HttpConversation claim(String method, String scheme, String host, int port, String path) {
        if (!"POST".equals(method)) {
            return null;
        }
        LlmEndpoint endpoint = endpoints.find(host, port, path);
        if (endpoint == null) {
            return null;
        }
        OllamaServer ollama =
                endpoint.provider().equals(LlmCall.OLLAMA) ? metrics.ollama(scheme, host, port, path) : null;
        return new LlmCall(metrics, endpoint, ollama);
    }
}
