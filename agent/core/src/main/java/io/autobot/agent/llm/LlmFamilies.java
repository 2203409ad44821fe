package io.autobot.agent.llm;

import io.autobot.agent.metrics.Buckets;
import io.autobot.agent.metrics.FamilyDescription;
import java.util.List;

/** The families of LLM providers: names, labels and what their numbers mean. */
public final class LlmFamilies {
    private static final String CATEGORY = "llm";
    private static final String PROVIDER = "provider";
    private static final String MODEL = "model";
    private static final String TOOL = "tool";

    /** Calls. */
    public static final FamilyDescription REQUESTS = FamilyDescription.counter(CATEGORY, "autobot_llm_requests_total")
            .open(PROVIDER, MODEL)
            .closed("request_type", RequestType.values())
            .documented()
            .help(
                    "Calls that ended, whatever their outcome. Redirects and resends within the HTTP client are one call, retries of"
                            + " an SDK are calls of their own. The model is the one that answered, else the one asked for.");

    /** Tokens. */
    public static final FamilyDescription TOKENS = FamilyDescription.counter(CATEGORY, "autobot_llm_tokens_total")
            .open(PROVIDER, MODEL)
            .closed("token_type", "input", "output")
            .documented()
            .unit("tokens")
            .help(
                    "Tokens as the provider itself reports them; input includes cached ones, output includes reasoning. What no"
                            + " provider reported is not in here.");

    /** Cost. */
    public static final FamilyDescription COST = FamilyDescription.counter(CATEGORY, "autobot_llm_cost_dollars_total")
            .open(PROVIDER, MODEL)
            .closed("cost_type", "input", "output")
            .documented()
            .unit("dollars")
            .help(
                    "What the tokens cost by the price table, or by the gateway's own word where it gives one; local models cost"
                            + " nothing. Tokens without a price are in autobot_llm_unpriced_tokens_total instead.");

    /** Latency. */
    public static final FamilyDescription LATENCY = FamilyDescription.histogram(
                    CATEGORY, "autobot_llm_request_latency_seconds", Buckets.LLM)
            .open(PROVIDER, MODEL)
            .documented()
            .unit("seconds")
            .help("From the request to the last byte of the reply, of a stream to its end.");

    /** Errors. */
    public static final FamilyDescription ERRORS = FamilyDescription.counter(CATEGORY, "autobot_llm_errors_total")
            .open(PROVIDER)
            .closed("error_type", LlmErrorType.values())
            .documented()
            .help(
                    "Calls that failed, by what the provider or the connection said. A call that the application cancels is no error.");

    /** Requests left. */
    public static final FamilyDescription RATE_LIMIT_REMAINING = FamilyDescription.gauge(
                    CATEGORY, "autobot_llm_rate_limit_remaining")
            .open(PROVIDER)
            .documented()
            .unit("requests")
            .help(
                    "Requests left, by the headers of the last reply that had any; the least where several windows are given.");

    /** Availability. */
    public static final FamilyDescription AVAILABILITY = FamilyDescription.gauge(
                    CATEGORY, "autobot_llm_provider_availability")
            .open(PROVIDER)
            .documented()
            .help("1 after a call that the provider served, also with an error that is the caller's fault; 0 after"
                    + " llm.availability-failures outages in a row.");

    /** Parts of the tokens. */
    public static final FamilyDescription TOKEN_DETAILS = FamilyDescription.counter(
                    CATEGORY, "autobot_llm_token_details_total")
            .open(PROVIDER, MODEL)
            .closed("detail", LlmModel.Detail.values())
            .unit("tokens")
            .help(
                    "Parts of autobot_llm_tokens_total: input read from and written to a cache, output spent on reasoning, audio.");

    /** Streams without figures. */
    public static final FamilyDescription STREAMS_WITHOUT_USAGE = FamilyDescription.counter(
                    CATEGORY, "autobot_llm_streams_without_usage_total")
            .open(PROVIDER, MODEL)
            .help("Streams whose provider sent no figures, or that ended before them: the tokens lack theirs.");

    /** First token. */
    public static final FamilyDescription TIME_TO_FIRST_TOKEN = FamilyDescription.histogram(
                    CATEGORY, "autobot_llm_time_to_first_token_seconds", Buckets.LLM)
            .open(PROVIDER, MODEL)
            .unit("seconds")
            .help(
                    "From the request to the first piece of a streamed answer; reasoning and calls of tools are pieces too.");

    /** Speed. */
    public static final FamilyDescription TOKENS_PER_SECOND = FamilyDescription.histogram(
                    CATEGORY, "autobot_llm_output_tokens_per_second", Buckets.TOKENS_PER_SECOND)
            .open(PROVIDER, MODEL)
            .unit("tokens per second")
            .help("Output tokens of a streamed answer by the time from its first piece to its end.");

    /** Under way. */
    public static final FamilyDescription ACTIVE = FamilyDescription.gauge(CATEGORY, "autobot_llm_active_requests")
            .open(PROVIDER)
            .help("Calls under way.");

    /** Tokens without price. */
    public static final FamilyDescription UNPRICED_TOKENS = FamilyDescription.counter(
                    CATEGORY, "autobot_llm_unpriced_tokens_total")
            .open(PROVIDER, MODEL)
            .unit("tokens")
            .help("Tokens of models that the price table lacks; llm.prices adds them.");

    /** Where a provider is. */
    public static final FamilyDescription PROVIDER_INFO = FamilyDescription.gauge(CATEGORY, "autobot_llm_provider_info")
            .open(PROVIDER)
            .closed("backend", "local", "cloud")
            .help(
                    "1 for each kind of place at which the provider was called: this machine or its private network, or the cloud.");

    /** Tokens left. */
    public static final FamilyDescription RATE_LIMIT_TOKENS = FamilyDescription.gauge(
                    CATEGORY, "autobot_llm_rate_limit_remaining_tokens")
            .open(PROVIDER)
            .unit("tokens")
            .help("Tokens left, as autobot_llm_rate_limit_remaining.");

    /** When there are more. */
    public static final FamilyDescription RATE_LIMIT_RESET = FamilyDescription.gauge(
                    CATEGORY, "autobot_llm_rate_limit_reset_seconds")
            .open(PROVIDER)
            .unit("seconds")
            .help("Until the limit of requests is full again, or until the provider wants to be asked again.");

    /** Requests of a quota's period. */
    public static final FamilyDescription QUOTA_USED = FamilyDescription.gauge(CATEGORY, "autobot_llm_quota_used")
            .open(PROVIDER)
            .closed("period", "daily", "monthly")
            .unit("requests")
            .help("Requests of this JVM in the present day or month (UTC), for each quota in llm.quotas.");

    /** What a quota allows. */
    public static final FamilyDescription QUOTA_LIMIT = FamilyDescription.gauge(CATEGORY, "autobot_llm_quota_limit")
            .open(PROVIDER)
            .closed("period", "daily", "monthly")
            .unit("requests")
            .help("Requests that llm.quotas allows in a day or month.");

    /** Models in memory. */
    public static final FamilyDescription MODELS_LOADED = FamilyDescription.gauge(CATEGORY, "autobot_llm_models_loaded")
            .open(PROVIDER)
            .unit("models")
            .help(
                    "Models that Ollama holds in memory, on all servers together that the application calls and that answer the"
                            + " agent's own question, see llm.ollama-poll.");

    /** Tools. */
    public static final FamilyDescription TOOL_CALLS = FamilyDescription.counter(
                    CATEGORY, "autobot_llm_tool_calls_total")
            .open(PROVIDER, TOOL)
            .closed("status", LlmTool.SUCCESS, LlmTool.ERROR)
            .help(
                    "Tools executed because a model asked for it. An exception is an error, also where the model gets its text"
                            + " as the answer. The provider is what the framework calls its model, unknown where it does not tell.");

    /** How long tools take. */
    public static final FamilyDescription TOOL_DURATION = FamilyDescription.histogram(
                    CATEGORY, "autobot_llm_tool_duration_seconds", Buckets.NETWORK)
            .open(TOOL)
            .unit("seconds")
            .help("An execution of a tool, the conversion of its arguments and its result included.");

    /** All of them. */
    public static final List<FamilyDescription> ALL = List.of(
            REQUESTS,
            TOKENS,
            COST,
            LATENCY,
            ERRORS,
            RATE_LIMIT_REMAINING,
            AVAILABILITY,
            TOKEN_DETAILS,
            STREAMS_WITHOUT_USAGE,
            TIME_TO_FIRST_TOKEN,
            TOKENS_PER_SECOND,
            ACTIVE,
            UNPRICED_TOKENS,
            PROVIDER_INFO,
            RATE_LIMIT_TOKENS,
            RATE_LIMIT_RESET,
            QUOTA_USED,
            QUOTA_LIMIT,
            MODELS_LOADED,
            TOOL_CALLS,
            TOOL_DURATION);

    private LlmFamilies() {}
}
