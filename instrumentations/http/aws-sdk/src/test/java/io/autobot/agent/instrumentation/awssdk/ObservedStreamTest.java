package io.autobot.agent.instrumentation.awssdk;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.autobot.agent.http.HttpDomain;
import io.autobot.agent.http.HttpExchange;
import io.autobot.agent.testkit.http.RecordingProtocol;
import io.autobot.agent.testkit.inprocess.WeavingExtension;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** However a stream is read, its bytes are shown once and in order. */
class ObservedStreamTest {
    private final RecordingProtocol seen = new RecordingProtocol();

    @RegisterExtension
    final WeavingExtension agent =
            WeavingExtension.of(new AwsSdkInstrumentation()).recording(seen);

    private static final class Plain extends ObservedStream {
        private int ended;

        Plain(InputStream stream, HttpExchange exchange, long length) {
            super(stream, exchange.request(null, null), length);
        }

        @Override
        protected void ended() {
            ended++;
        }
    }

    private Plain stream(long length) {
        HttpExchange exchange = HttpDomain.transport("aws-sdk").open("POST", "http", "localhost", 1, "/claimed");
        return new Plain(new ByteArrayInputStream("0123456789".getBytes(US_ASCII)), exchange, length);
    }

    private String shown() {
        return new String(seen.exchanges().get(0).requestBytes(), US_ASCII);
    }

    @Test
    void whatIsReadAgainIsShownOnce() throws IOException {
        Plain stream = stream(-1);
        assertThat(stream.readNBytes(4)).asString(US_ASCII).isEqualTo("0123");
        stream.reset();
        assertThat(stream.read()).isEqualTo('0');
        assertThat(shown()).isEqualTo("0123");
        assertThat(stream.readNBytes(5)).asString(US_ASCII).isEqualTo("12345");
        assertThat(shown()).isEqualTo("012345");
        stream.mark(10);
        assertThat(stream.read()).isEqualTo('6');
        stream.reset();
        assertThat(stream.readAllBytes()).asString(US_ASCII).isEqualTo("6789");
        assertThat(shown()).isEqualTo("0123456789");
        assertThat(stream.ended).isPositive();
    }

    @Test
    void whatIsSkippedIsShown() throws IOException {
        Plain stream = stream(-1);
        assertThat(stream.skip(0)).isZero();
        assertThat(stream.skip(-1)).isZero();
        assertThat(stream.skip(3)).isEqualTo(3);
        assertThat(stream.read()).isEqualTo('3');
        assertThat(stream.skip(100)).isEqualTo(6);
        assertThat(shown()).isEqualTo("0123456789");
    }

    @Test
    void itEndsWithTheLastByteThatIsAnnounced() throws IOException {
        Plain stream = stream(10);
        stream.readNBytes(9);
        assertThat(stream.ended).isZero();
        assertThat(stream.read()).isEqualTo('9');
        assertThat(stream.ended).isEqualTo(1);
    }
}
