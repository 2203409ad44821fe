package io.autobot.agent.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import example.application.PaymentTimeoutException;
import io.autobot.agent.start.ApplicationLoader;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ref.WeakReference;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.ClosedChannelException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FailuresTest {
    private static final class TimeoutExceededException extends RuntimeException {}

    private static class CacheConnectionException extends RuntimeException {
        CacheConnectionException(Throwable cause) {
            super(cause);
        }
    }

    private static class HttpServerErrorException extends RuntimeException {}

    private static final class NotFoundToday extends HttpServerErrorException {}

    private static final class FeignException {
        private static final class TooManyRequests extends RuntimeException {}

        private static final class GatewayTimeout extends RuntimeException {}
    }

    /** Its own cause: nothing but the depth ends the walk. */
    private static final class Circular extends RuntimeException {
        @Override
        public synchronized Throwable getCause() {
            return this;
        }
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(new SocketTimeoutException(), RetryReason.TIMEOUT),
                Arguments.of(new TimeoutException(), RetryReason.TIMEOUT),
                Arguments.of(new HttpTimeoutException(""), RetryReason.TIMEOUT),
                Arguments.of(new HttpConnectTimeoutException(""), RetryReason.TIMEOUT),
                Arguments.of(new PaymentTimeoutException(), RetryReason.TIMEOUT),
                Arguments.of(new PaymentTimeoutException() {}, RetryReason.TIMEOUT),
                Arguments.of(new TimeoutExceededException(), RetryReason.TIMEOUT),
                Arguments.of(new ConnectException(), RetryReason.CONNECTION),
                Arguments.of(new UnknownHostException(), RetryReason.CONNECTION),
                Arguments.of(new SocketException(), RetryReason.CONNECTION),
                Arguments.of(new ClosedChannelException(), RetryReason.CONNECTION),
                Arguments.of(new AsynchronousCloseException(), RetryReason.CONNECTION),
                Arguments.of(new SSLHandshakeException(""), RetryReason.CONNECTION),
                Arguments.of(new UncheckedIOException(new EOFException()), RetryReason.CONNECTION),
                Arguments.of(new CacheConnectionException(null), RetryReason.CONNECTION),
                Arguments.of(new CacheConnectionException(new SocketTimeoutException()), RetryReason.TIMEOUT),
                Arguments.of(new FeignException.TooManyRequests(), RetryReason.RATE_LIMIT),
                Arguments.of(new FeignException.GatewayTimeout(), RetryReason.SERVER_ERROR),
                Arguments.of(new NotFoundToday(), RetryReason.SERVER_ERROR),
                Arguments.of(
                        new CompletionException(new IllegalStateException(new SocketTimeoutException())),
                        RetryReason.TIMEOUT),
                Arguments.of(new IOException(), RetryReason.ERROR),
                Arguments.of(new Circular(), RetryReason.ERROR),
                Arguments.of(null, RetryReason.ERROR));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void tellsFromClassAndCauses(Throwable failure, RetryReason reason) {
        assertThat(Failures.reason(failure)).isEqualTo(reason);
        assertThat(Failures.reason(failure)).as("once more").isEqualTo(reason);
    }

    @Test
    void whatLiesTooDeepIsNotLookedAt() {
        Throwable failure = new SocketTimeoutException();
        for (int i = 0; i < 8; i++) {
            failure = new IllegalStateException(failure);
        }
        assertThat(Failures.reason(failure)).isEqualTo(RetryReason.ERROR);
        assertThat(Failures.reason(failure.getCause())).isEqualTo(RetryReason.TIMEOUT);
    }

    @Test
    void namesThatWereWrittenDownSayTheSame() {
        assertThat(Failures.reasonByNames("java.lang.IllegalStateException", "java.net.ConnectException"))
                .isEqualTo(RetryReason.CONNECTION);
        assertThat(Failures.reasonByNames("java.net.SocketTimeoutException", null))
                .isEqualTo(RetryReason.TIMEOUT);
        assertThat(Failures.reasonByNames(null, null)).isEqualTo(RetryReason.ERROR);
    }

    @Test
    void whatIsKnownOfAClassDoesNotKeepItsLoader() {
        WeakReference<ClassLoader> loader = new WeakReference<>(classify());
        await().untilAsserted(() -> {
            System.gc();
            assertThat(loader.get()).isNull();
        });
    }

    private static ClassLoader classify() {
        ApplicationLoader application = new ApplicationLoader();
        Throwable failure = application.create(PaymentTimeoutException.class.getName());
        assertThat(failure.getClass().getClassLoader()).isSameAs(application);
        assertThat(Failures.reason(failure)).isEqualTo(RetryReason.TIMEOUT);
        return application;
    }
}
