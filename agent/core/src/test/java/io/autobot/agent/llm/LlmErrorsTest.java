package io.autobot.agent.llm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LlmErrorsTest {
    @ParameterizedTest
    @CsvSource({
        "429, rate_limit_exceeded, , RATE_LIMIT",
        "429, insufficient_quota, , QUOTA",
        "429, , , RATE_LIMIT",
        "429, RESOURCE_EXHAUSTED, You exceeded your current quota, QUOTA",
        "402, , , QUOTA",
        "401, invalid_api_key, , AUTH",
        "401, invalid_request_error, , AUTH",
        "403, AccessDeniedException, , AUTH",
        "498, , , AUTH",
        "400, INVALID_ARGUMENT, API key not valid. Please pass a valid API key., AUTH",
        "400, context_length_exceeded, , CONTEXT_LENGTH",
        "400, invalid_request_error, prompt is too long: 210000 tokens > 200000 maximum, CONTEXT_LENGTH",
        "400, invalid_request_error, input length and `max_tokens` exceed context limit, CONTEXT_LENGTH",
        "400, ValidationException, Input is too long for requested model., CONTEXT_LENGTH",
        "413, request_too_large, , CONTEXT_LENGTH",
        "400, content_filter, , CONTENT_FILTER",
        "400, ResponsibleAIPolicyViolation, , CONTENT_FILTER",
        "404, model_not_found, , NOT_FOUND",
        "404, invalid_request_error, , NOT_FOUND",
        "404, , , NOT_FOUND",
        "400, invalid_request_error, temperature must be less than 2, BAD_REQUEST",
        "422, , , BAD_REQUEST",
        "529, overloaded_error, , OVERLOADED",
        "503, , , OVERLOADED",
        "500, server_error, , SERVER",
        "502, , , SERVER",
        "424, ModelErrorException, , SERVER",
        "504, , , TIMEOUT",
        "408, , , TIMEOUT",
        "200, overloaded_error, , OVERLOADED",
        "200, throttlingException, , RATE_LIMIT",
    })
    void ofReplies(int status, String word, String message, LlmErrorType expected) {
        assertThat(LlmErrors.ofReply(status, message, null, word)).isEqualTo(expected);
    }

    @Test
    void theCodeSaysMoreThanTheType() {
        assertThat(LlmErrors.ofReply(400, null, null, "context_length_exceeded", null, "invalid_request_error"))
                .isEqualTo(LlmErrorType.CONTEXT_LENGTH);
        assertThat(LlmErrors.ofReply(400, null, "ResponsibleAIPolicyViolation", "content_filter"))
                .isEqualTo(LlmErrorType.CONTENT_FILTER);
    }

    @Test
    void ofFailures() {
        assertThat(LlmErrors.ofFailure(new ConnectException("refused"))).isEqualTo(LlmErrorType.CONNECTION);
        assertThat(LlmErrors.ofFailure(new UnknownHostException("x"))).isEqualTo(LlmErrorType.CONNECTION);
        assertThat(LlmErrors.ofFailure(null)).isEqualTo(LlmErrorType.CONNECTION);
        assertThat(LlmErrors.ofFailure(new CompletionException(new SocketTimeoutException("read"))))
                .isEqualTo(LlmErrorType.TIMEOUT);
        assertThat(LlmErrors.ofFailure(new InterruptedIOException("timeout"))).isEqualTo(LlmErrorType.TIMEOUT);
        assertThat(LlmErrors.ofFailure(new IOException(new java.net.ProtocolException("unexpected end"))))
                .isEqualTo(LlmErrorType.PROTOCOL);
    }
}
