package io.autobot.agent.llm;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Tells from a provider's error, or from what the client threw, which {@link LlmErrorType} it is. The provider's code
 * says more than its type, and that more than the status. Any thread.
 */
final class LlmErrors {
    private static final int MAX_CAUSES = 8;

    private static final Pattern CONTEXT_LENGTH = Pattern.compile(
            "context (length|window|limit)|maximum context|prompt is too long|too many (input )?tokens"
                    + "|input is too long|exceeds? .{0,60}token",
            Pattern.CASE_INSENSITIVE);

    private static final Map<String, LlmErrorType> WORDS = Map.ofEntries(
            Map.entry("rate_limit_exceeded", LlmErrorType.RATE_LIMIT),
            Map.entry("rate_limit_error", LlmErrorType.RATE_LIMIT),
            Map.entry("rate_limited", LlmErrorType.RATE_LIMIT),
            Map.entry("ratelimitreached", LlmErrorType.RATE_LIMIT),
            Map.entry("throttlingexception", LlmErrorType.RATE_LIMIT),
            Map.entry("toomanyrequests", LlmErrorType.RATE_LIMIT),
            Map.entry("toomanyrequestsexception", LlmErrorType.RATE_LIMIT),
            Map.entry("resource_exhausted", LlmErrorType.RATE_LIMIT),
            Map.entry("tokens", LlmErrorType.RATE_LIMIT),
            Map.entry("requests", LlmErrorType.RATE_LIMIT),
            Map.entry("insufficient_quota", LlmErrorType.QUOTA),
            Map.entry("billing_hard_limit_reached", LlmErrorType.QUOTA),
            Map.entry("billing_error", LlmErrorType.QUOTA),
            Map.entry("quota_exceeded", LlmErrorType.QUOTA),
            Map.entry("servicequotaexceededexception", LlmErrorType.QUOTA),
            Map.entry("invalid_api_key", LlmErrorType.AUTH),
            Map.entry("authentication_error", LlmErrorType.AUTH),
            Map.entry("permission_error", LlmErrorType.AUTH),
            Map.entry("accessdeniedexception", LlmErrorType.AUTH),
            Map.entry("unrecognizedclientexception", LlmErrorType.AUTH),
            Map.entry("invalidsignatureexception", LlmErrorType.AUTH),
            Map.entry("expiredtokenexception", LlmErrorType.AUTH),
            Map.entry("unauthenticated", LlmErrorType.AUTH),
            Map.entry("permission_denied", LlmErrorType.AUTH),
            Map.entry("api_key_invalid", LlmErrorType.AUTH),
            Map.entry("context_length_exceeded", LlmErrorType.CONTEXT_LENGTH),
            Map.entry("request_too_large", LlmErrorType.CONTEXT_LENGTH),
            Map.entry("string_above_max_length", LlmErrorType.CONTEXT_LENGTH),
            Map.entry("exceed_context_size_error", LlmErrorType.CONTEXT_LENGTH),
            Map.entry("content_filter", LlmErrorType.CONTENT_FILTER),
            Map.entry("content_policy_violation", LlmErrorType.CONTENT_FILTER),
            Map.entry("responsibleaipolicyviolation", LlmErrorType.CONTENT_FILTER),
            Map.entry("model_not_found", LlmErrorType.NOT_FOUND),
            Map.entry("not_found_error", LlmErrorType.NOT_FOUND),
            Map.entry("not_found", LlmErrorType.NOT_FOUND),
            Map.entry("resourcenotfoundexception", LlmErrorType.NOT_FOUND),
            Map.entry("deploymentnotfound", LlmErrorType.NOT_FOUND),
            Map.entry("overloaded_error", LlmErrorType.OVERLOADED),
            Map.entry("overloaded", LlmErrorType.OVERLOADED),
            Map.entry("engine_overloaded", LlmErrorType.OVERLOADED),
            Map.entry("unavailable", LlmErrorType.OVERLOADED),
            Map.entry("modelnotreadyexception", LlmErrorType.OVERLOADED),
            Map.entry("serviceunavailableexception", LlmErrorType.OVERLOADED),
            Map.entry("slow_down", LlmErrorType.OVERLOADED),
            Map.entry("deadline_exceeded", LlmErrorType.TIMEOUT),
            Map.entry("modeltimeoutexception", LlmErrorType.TIMEOUT),
            Map.entry("timeout_error", LlmErrorType.TIMEOUT),
            Map.entry("server_error", LlmErrorType.SERVER),
            Map.entry("api_error", LlmErrorType.SERVER),
            Map.entry("internal", LlmErrorType.SERVER),
            Map.entry("modelerrorexception", LlmErrorType.SERVER),
            Map.entry("modelstreamerrorexception", LlmErrorType.SERVER),
            Map.entry("internalserverexception", LlmErrorType.SERVER),
            Map.entry("generation", LlmErrorType.SERVER),
            Map.entry("incomplete_generation", LlmErrorType.SERVER),
            Map.entry("invalid_request_error", LlmErrorType.BAD_REQUEST),
            Map.entry("invalid_argument", LlmErrorType.BAD_REQUEST),
            Map.entry("validationexception", LlmErrorType.BAD_REQUEST),
            Map.entry("validation", LlmErrorType.BAD_REQUEST));

    private LlmErrors() {}

    /**
     * Of an error that the provider sent.
     *
     * @param status of the reply; below 400 for an error within a stream
     * @param words what the provider called it, the most telling first; {@code null} among them are passed over
     */
    static LlmErrorType ofReply(int status, String message, String... words) {
        LlmErrorType named = null;
        for (int i = 0; named == null && i < words.length; i++) {
            named = words[i] == null ? null : WORDS.get(words[i].toLowerCase(Locale.ROOT));
        }
        if (status == 402) {
            return LlmErrorType.QUOTA;
        }
        if (named == LlmErrorType.RATE_LIMIT && says(message, "exceeded your current quota")) {
            return LlmErrorType.QUOTA;
        }
        if (named == LlmErrorType.BAD_REQUEST || named == null && status >= 400 && status < 500 && status != 429) {
            if (message != null && CONTEXT_LENGTH.matcher(message).find()) {
                return LlmErrorType.CONTEXT_LENGTH;
            }
            if (says(message, "api key not valid")) {
                return LlmErrorType.AUTH;
            }
        }
        // "invalid_request_error" is what OpenAI calls an unknown model and a wrong key as well.
        return named == null || named == LlmErrorType.BAD_REQUEST && status > 400 ? ofStatus(status) : named;
    }

    private static boolean says(String message, String words) {
        return message != null && message.toLowerCase(Locale.ROOT).contains(words);
    }

    private static LlmErrorType ofStatus(int status) {
        return switch (status) {
            case 401, 403, 498 -> LlmErrorType.AUTH;
            case 402 -> LlmErrorType.QUOTA;
            case 404 -> LlmErrorType.NOT_FOUND;
            case 408, 504, 524 -> LlmErrorType.TIMEOUT;
            case 413 -> LlmErrorType.CONTEXT_LENGTH;
            case 429 -> LlmErrorType.RATE_LIMIT;
            case 503, 529 -> LlmErrorType.OVERLOADED;
            case 424 -> LlmErrorType.SERVER;
            default -> status >= 400 && status < 500 ? LlmErrorType.BAD_REQUEST : LlmErrorType.SERVER;
        };
    }

    /** Of what a client threw, by the names of its classes and of its causes'. */
    static LlmErrorType ofFailure(Throwable failure) {
        LlmErrorType found = LlmErrorType.CONNECTION;
        Throwable at = failure;
        for (int depth = 0; at != null && depth < MAX_CAUSES; depth++) {
            String name = at.getClass().getSimpleName();
            if (name.contains("Timeout") || name.equals("InterruptedIOException") && says(at.getMessage(), "timeout")) {
                return LlmErrorType.TIMEOUT;
            }
            if (name.contains("Protocol") || name.contains("Malformed") || name.contains("TooLongFrame")) {
                found = LlmErrorType.PROTOCOL;
            }
            at = at.getCause();
        }
        return found;
    }
}
