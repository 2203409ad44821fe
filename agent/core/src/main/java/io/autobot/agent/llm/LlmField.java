package io.autobot.agent.llm;

import io.autobot.agent.json.JsonPaths;

/**
 * What is read from the replies of all providers, and where each of them has it. One tree serves them all: what a key
 * means is told by the key itself, so that gateways that mix the shapes are read right too.
 */
enum LlmField {
    MODEL("model", "response.model", "message.model", "modelVersion", "[].modelVersion", "model_id"),

    /** Input tokens that include what was cached. */
    PROMPT(
            "usage.prompt_tokens",
            "x_groq.usage.prompt_tokens",
            "usageMetadata.promptTokenCount",
            "[].usageMetadata.promptTokenCount",
            "prompt_eval_count",
            "inputTextTokenCount",
            "prompt_token_count",
            "tokens_evaluated",
            "results[].input_token_count",
            "usage.tokens.input_tokens",
            "delta.usage.tokens.input_tokens",
            "meta.tokens.input_tokens",
            "response.meta.tokens.input_tokens"),

    /** Input tokens beside {@link #CACHE_READ} and {@link #CACHE_WRITE}, where the provider has those. */
    INPUT(
            "usage.input_tokens",
            "response.usage.input_tokens",
            "message.usage.input_tokens",
            "usage.inputTokens",
            "amazon-bedrock-invocationMetrics.inputTokenCount"),

    /** Input tokens of each of several inputs: their sum. */
    EACH_INPUT("predictions[].embeddings.statistics.token_count"),
    TOOL_INPUT("usageMetadata.toolUsePromptTokenCount", "[].usageMetadata.toolUsePromptTokenCount"),

    /** A part of the input. */
    CACHED(
            "usage.prompt_tokens_details.cached_tokens",
            "usage.input_tokens_details.cached_tokens",
            "response.usage.input_tokens_details.cached_tokens",
            "x_groq.usage.prompt_tokens_details.cached_tokens",
            "usage.prompt_cache_hit_tokens",
            "usageMetadata.cachedContentTokenCount",
            "[].usageMetadata.cachedContentTokenCount",
            "usage.cached_tokens",
            "usage.tokens.cached_tokens",
            "delta.usage.tokens.cached_tokens"),
    CACHE_READ(
            "usage.cache_read_input_tokens",
            "message.usage.cache_read_input_tokens",
            "usage.cacheReadInputTokens",
            "usage.cacheReadInputTokenCount",
            "amazon-bedrock-invocationMetrics.cacheReadInputTokenCount"),
    CACHE_WRITE(
            "usage.cache_creation_input_tokens",
            "message.usage.cache_creation_input_tokens",
            "usage.cacheWriteInputTokens",
            "usage.cacheWriteInputTokenCount",
            "amazon-bedrock-invocationMetrics.cacheWriteInputTokenCount"),
    OUTPUT(
            "usage.completion_tokens",
            "x_groq.usage.completion_tokens",
            "usage.output_tokens",
            "response.usage.output_tokens",
            "message.usage.output_tokens",
            "usage.outputTokens",
            "usageMetadata.candidatesTokenCount",
            "[].usageMetadata.candidatesTokenCount",
            "eval_count",
            "amazon-bedrock-invocationMetrics.outputTokenCount",
            "generation_token_count",
            "results[].tokenCount",
            "results[].generated_token_count",
            "tokens_predicted",
            "details.generated_tokens",
            "usage.tokens.output_tokens",
            "delta.usage.tokens.output_tokens",
            "meta.tokens.output_tokens",
            "response.meta.tokens.output_tokens"),

    /** A part of the output, but for providers whose total says otherwise. */
    REASONING(
            "usage.completion_tokens_details.reasoning_tokens",
            "x_groq.usage.completion_tokens_details.reasoning_tokens",
            "usage.output_tokens_details.reasoning_tokens",
            "response.usage.output_tokens_details.reasoning_tokens",
            "usage.reasoning_tokens"),

    /** Output tokens beside {@link #OUTPUT}. */
    THOUGHTS("usageMetadata.thoughtsTokenCount", "[].usageMetadata.thoughtsTokenCount"),
    TOTAL(
            "usage.total_tokens",
            "response.usage.total_tokens",
            "usageMetadata.totalTokenCount",
            "[].usageMetadata.totalTokenCount"),
    AUDIO_INPUT("usage.prompt_tokens_details.audio_tokens", "usage.input_tokens_details.audio_tokens"),
    AUDIO_OUTPUT("usage.completion_tokens_details.audio_tokens", "usage.output_tokens_details.audio_tokens"),
    BILLED_INPUT(
            "usage.billed_units.input_tokens",
            "delta.usage.billed_units.input_tokens",
            "meta.billed_units.input_tokens",
            "response.meta.billed_units.input_tokens"),
    BILLED_OUTPUT(
            "usage.billed_units.output_tokens",
            "delta.usage.billed_units.output_tokens",
            "meta.billed_units.output_tokens",
            "response.meta.billed_units.output_tokens"),

    /** In dollars, as a gateway reports it. */
    COST("usage.cost", "usage.cost.total_cost"),
    COST_INPUT("usage.cost.input_tokens_cost"),
    COST_OUTPUT("usage.cost.output_tokens_cost"),

    /** A piece of the answer, as a string. */
    CONTENT(
            "choices[].delta.content",
            "choices[].delta.reasoning_content",
            "choices[].delta.reasoning",
            "choices[].delta.refusal",
            "choices[].text",
            "delta",
            "delta.text",
            "delta.thinking",
            "delta.partial_json",
            "delta.reasoningContent.text",
            "delta.toolUse.input",
            "delta.message.content.text",
            "delta.message.tool_plan",
            "message.content",
            "message.thinking",
            "response",
            "text",
            "content",
            "token.text",
            "outputText",
            "generation",
            "results[].generated_text"),

    /** A piece of the answer that is no string. */
    PART(
            "choices[].delta.tool_calls[]",
            "choices[].delta.content[]",
            "candidates[].content.parts[]",
            "[].candidates[].content.parts[]",
            "message.tool_calls[]",
            "delta.message.tool_calls"),

    ERROR("error", "[].error", "response.error"),
    ERROR_CODE(
            "error.code",
            "[].error.code",
            "response.error.code",
            "code",
            "error.details[].reason",
            "[].error.details[].reason"),
    ERROR_INNER("error.innererror.code"),
    ERROR_TYPE("error.type", "error.status", "[].error.status", "error_type", "type"),
    ERROR_MESSAGE("error.message", "[].error.message", "response.error.message", "message", "Message", "detail"),

    FINISH(
            "choices[].finish_reason",
            "stop_reason",
            "delta.stop_reason",
            "stopReason",
            "candidates[].finishReason",
            "[].candidates[].finishReason",
            "promptFeedback.blockReason",
            "[].promptFeedback.blockReason",
            "incomplete_details.reason",
            "response.incomplete_details.reason"),

    /** A document within a string, in base64. */
    NESTED("bytes");

    private static final LlmField[] ALL = values();

    /** Where all of them are. */
    static final JsonPaths PATHS = tree();

    private final String[] paths;

    LlmField(String... paths) {
        this.paths = paths;
    }

    static LlmField of(int leaf) {
        return ALL[leaf];
    }

    static int count() {
        return ALL.length;
    }

    /** Whether it is a count of tokens. */
    boolean isCount() {
        return ordinal() >= PROMPT.ordinal() && ordinal() <= BILLED_OUTPUT.ordinal();
    }

    private static JsonPaths tree() {
        JsonPaths.Builder builder = new JsonPaths.Builder();
        for (LlmField field : ALL) {
            if (field == NESTED) {
                builder.stream(field.ordinal(), field.paths[0]);
            } else {
                builder.want(field.ordinal(), field.paths);
            }
        }
        return builder.build();
    }
}
