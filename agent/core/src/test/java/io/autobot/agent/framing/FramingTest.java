package io.autobot.agent.framing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.autobot.agent.http.ByteSink;
import io.autobot.agent.json.JsonListener;
import io.autobot.agent.json.JsonPaths;
import io.autobot.agent.json.JsonScanner;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class FramingTest {
    private static final JsonPaths PATHS =
            new JsonPaths.Builder().want(0, "v").stream(1, "bytes").build();

    private final List<String> heard = new ArrayList<>();
    private final JsonListener listener = new JsonListener() {
        @Override
        public void text(int leaf, byte[] utf8, int length) {
            heard.add(new String(utf8, 0, length, UTF_8));
        }

        @Override
        public void number(int leaf, byte[] ascii, int length) {
            heard.add(new String(ascii, 0, length, UTF_8));
        }
    };

    private JsonScanner scanner() {
        return new JsonScanner(PATHS, listener);
    }

    /** The same whether it comes whole, in any two pieces, or byte by byte. */
    private void reads(Supplier<ByteSink> sink, byte[] bytes, String... values) {
        for (int cut = 0; cut <= bytes.length; cut++) {
            heard.clear();
            ByteSink reader = sink.get();
            reader.bytes(bytes, 0, cut);
            reader.bytes(bytes, cut, bytes.length);
            reader.end();
            assertThat(heard).as("cut at " + cut).containsExactly(values);
        }
        heard.clear();
        ByteSink reader = sink.get();
        for (int at = 0; at < bytes.length; at++) {
            reader.bytes(bytes, at, at + 1);
        }
        reader.end();
        assertThat(heard).containsExactly(values);
    }

    @Test
    void serverSentEvents() {
        String stream =
                "\ufeff: comment with data: {\"v\":0}\n\nevent: a\ndata: {\"v\":1}\n\ndata:{\"v\":2}\n\nid: 7\nretry: 10\n"
                        + "data: {\"v\":\ndata: 3}\n\ndata: [DONE]\n\ndatum: {\"v\":4}\ndata\n\ndata: {\"v\":\"5\"}  \n";
        reads(() -> new ServerSentEvents(scanner()), stream.getBytes(UTF_8), "1", "2", "3", "5");
        reads(
                () -> new ServerSentEvents(scanner()),
                stream.replace("\n", "\r\n").getBytes(UTF_8),
                "1",
                "2",
                "3",
                "5");
        reads(() -> new ServerSentEvents(scanner()), stream.replace("\n", "\r").getBytes(UTF_8), "1", "2", "3", "5");
    }

    @Test
    void anEventThatIsNoJsonDoesNotSpoilTheNext() {
        reads(
                () -> new ServerSentEvents(scanner()),
                "data: oops\n\ndata: {\"v\":1\n\ndata: {\"v\":2}\n\n".getBytes(UTF_8),
                "1",
                "2");
    }

    @Test
    void lines() {
        reads(
                () -> JsonBody.lines(scanner()),
                "{\"v\":1}\n\n{\"v\":2}\r\nnonsense\n{\"v\":3}\n{\"v\":\n{\"v\":\"4\"}".getBytes(UTF_8),
                "1",
                "2",
                "3",
                "4");
    }

    @Test
    void wholeBody() {
        reads(() -> JsonBody.whole(scanner()), "{\n\"v\"\n:1}".getBytes(UTF_8), "1");
    }

    private static void frame(ByteArrayOutputStream out, String payload, String... headers) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        DataOutputStream data = new DataOutputStream(head);
        for (int i = 0; i < headers.length; i += 2) {
            data.writeByte(headers[i].length());
            data.writeBytes(headers[i]);
            data.writeByte(7);
            data.writeShort(headers[i + 1].length());
            data.writeBytes(headers[i + 1]);
        }
        // A time, a boolean and an integer, to be passed over.
        data.writeByte(1);
        data.writeBytes("t");
        data.writeByte(8);
        data.writeLong(1);
        data.writeByte(1);
        data.writeBytes("b");
        data.writeByte(0);
        data.writeByte(1);
        data.writeBytes("i");
        data.writeByte(4);
        data.writeInt(1);
        byte[] body = payload.getBytes(UTF_8);
        DataOutputStream frame = new DataOutputStream(out);
        frame.writeInt(12 + head.size() + body.length + 4);
        frame.writeInt(head.size());
        frame.writeInt(0);
        frame.write(head.toByteArray());
        frame.write(body);
        frame.writeInt(0);
    }

    @Test
    void awsEventStream() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        frame(out, "{\"v\":1}", ":event-type", "chunk", ":message-type", "event");
        frame(out, "", ":event-type", "empty", ":message-type", "event");
        frame(out, "not json", ":event-type", "odd", ":message-type", "event");
        frame(out, "{\"v\":2}", ":exception-type", "throttlingException", ":message-type", "exception");
        reads(
                () -> new AwsEventStream(scanner(), type -> heard.add("exception " + type)),
                out.toByteArray(),
                "1",
                "exception throttlingException",
                "2");
    }

    @Test
    void whatCannotBeAFrameEndsTheReading() {
        reads(
                () -> new AwsEventStream(scanner(), type -> heard.add(type)),
                "{\"message\":\"this is JSON after all\"}".getBytes(UTF_8));
    }

    @Test
    void base64() {
        StringBuilder decoded = new StringBuilder();
        String text = "any carnal pleas é ".repeat(70);
        byte[] encoded = Base64.getEncoder().encode(text.getBytes(UTF_8));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Base64Stream stream = new Base64Stream((bytes, from, to) -> out.write(bytes, from, to - from));
        for (int at = 0; at < encoded.length; at += 7) {
            stream.bytes(encoded, at, Math.min(encoded.length, at + 7));
        }
        stream.end();
        stream.bytes("eA==".getBytes(UTF_8), 0, 4);
        stream.end();
        assertThat(decoded.append(out.toString(UTF_8))).hasToString(text + "x");
    }
}
