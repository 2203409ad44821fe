package io.autobot.agent.llm;

import io.autobot.agent.http.ByteSink;
import io.autobot.agent.http.HttpConversation;
import io.autobot.agent.http.HttpHeaders;

/** One call to a provider, from the request to the last byte of the reply. */
final class LlmCall implements HttpConversation {
    static final String OLLAMA = "ollama";

    private static final String COMPATIBLE = "openai_compatible";
    private static final double MIN_SECONDS = 1e-3;

    private final LlmMetrics metrics;
    private final LlmEndpoint endpoint;
    private final OllamaServer ollama;
    private final long startNanos = System.nanoTime();
    private final LlmRequest request = new LlmRequest();
    private volatile LlmProvider provider;
    private volatile LlmReply reply;
    private volatile int status;
    private volatile String errorWord;
    private volatile boolean opaque;

    /** @param ollama whose models may be counted, {@code null} if none */
    LlmCall(LlmMetrics metrics, LlmEndpoint endpoint, OllamaServer ollama) {
        this.metrics = metrics;
        this.endpoint = endpoint;
        this.ollama = ollama;
        this.provider = metrics.provider(endpoint.provider());
        provider.began();
    }

    @Override
    public ByteSink requestBody(String contentType) {
        return request.body(contentType);
    }

    @Override
    public ByteSink responseHead(int code, HttpHeaders headers) {
        status = code;
        LlmReply fresh = new LlmReply();
        reply = fresh;
        if (provider.name().equals(COMPATIBLE) && "llama.cpp".equals(headers.first("server"))) {
            provider.ended();
            provider = metrics.provider("llama_cpp");
            provider.began();
        }
        provider.limits(headers);
        String word = headers.first("x-amzn-errortype");
        if (word != null) {
            int end = word.indexOf(':');
            errorWord = end < 0 ? word : word.substring(0, end);
        }
        if (provider.name().equals("aws.bedrock")) {
            fresh.headUsage(
                    count(headers.first("x-amzn-bedrock-input-token-count")),
                    count(headers.first("x-amzn-bedrock-output-token-count")));
        }
        double cost = dollars(headers.first("x-litellm-response-cost"));
        if (cost >= 0) {
            fresh.headCost(cost);
        }
        return fresh.body(headers.first("content-type"));
    }

    private static long count(String header) {
        double value = dollars(header);
        return value >= 0 ? (long) value : -1;
    }

    private static double dollars(String header) {
        try {
            return header == null ? Double.NaN : Double.parseDouble(header);
        } catch (NumberFormatException none) {
            return Double.NaN;
        }
    }

    @Override
    public void opaqueBody() {
        opaque = true;
    }

    @Override
    public void ended(Ending ending, Throwable failure) {
        long now = System.nanoTime();
        LlmProvider counted = provider;
        counted.ended();
        LlmReply said = reply;
        if (!isOne(said)) {
            return;
        }
        counted.calledAt(endpoint.local());
        LlmErrorType error = error(ending, failure, said);
        if (error != null) {
            counted.failed(error);
        } else if (said != null) {
            counted.served();
        }
        LlmProvider.Use use = counted.model(model(said));
        if (said != null) {
            usage(use, said);
            stream(use.model(), said, now);
            if (ollama != null && status == 200 && said.model() != null) {
                metrics.answered(ollama);
            }
        }
        // Last: whoever sees that the call was counted also sees its tokens.
        use.model().ended(endpoint.type(), now - startNanos);
    }

    /** Whether it was a call to an LLM at all: a path alone may be another service's. */
    private boolean isOne(LlmReply said) {
        return endpoint.certain() || request.model() != null || said != null && said.hasUsage();
    }

    private LlmErrorType error(Ending ending, Throwable failure, LlmReply said) {
        if (said != null && (status >= 400 || said.isFailed())) {
            return said.error(status, errorWord);
        }
        if (ending == Ending.FAILED) {
            return LlmErrors.ofFailure(failure);
        }
        return said != null && said.isFiltered() ? LlmErrorType.CONTENT_FILTER : null;
    }

    private String model(LlmReply said) {
        if (said != null && said.model() != null) {
            return said.model();
        }
        return endpoint.model() != null ? endpoint.model() : request.model();
    }

    private void usage(LlmProvider.Use use, LlmReply said) {
        if (!said.hasUsage()) {
            return;
        }
        LlmModel model = use.model();
        long input = Math.max(0, said.input());
        long output = Math.max(0, said.output());
        model.tokens(input, output);
        model.detail(LlmModel.Detail.CACHED_INPUT, said.cachedInput());
        model.detail(LlmModel.Detail.CACHE_WRITE, said.cacheWrite());
        model.detail(LlmModel.Detail.REASONING, said.reasoning());
        model.detail(LlmModel.Detail.AUDIO_INPUT, said.audioInput());
        model.detail(LlmModel.Detail.AUDIO_OUTPUT, said.audioOutput());
        new LlmCost(said, use.price(), endpoint.local()).into(model, input, output);
    }

    private void stream(LlmModel model, LlmReply said, long now) {
        long first = said.firstContentNanos();
        if (!(said.isStreamed() || endpoint.streams()) || status >= 400 || opaque) {
            return;
        }
        if (first != 0) {
            model.firstToken(first - startNanos);
        }
        model.streamed(said.hasUsage());
        long nanos = now - first;
        if (first != 0 && said.output() > 1 && nanos > MIN_SECONDS * 1e9) {
            model.speed(said.output(), nanos);
        }
    }
}
