package io.autobot.agent.llm;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Replies cut anywhere. */
class OllamaReplyTest {
    private static final String OK = "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n";
    private static final String TWO =
            "{\"models\":[{\"name\":\"a\",\"details\":{\"families\":[\"x\",{}]}},{\"name\":\"b\"}]}";

    private static OllamaReply read(String reply, int size) {
        OllamaReply read = new OllamaReply();
        byte[] bytes = reply.getBytes(US_ASCII);
        for (int at = 0; at < bytes.length && !read.isOver(); at += size) {
            byte[] piece = Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + size));
            read.accept(piece, piece.length);
        }
        return read;
    }

    private static int loaded(String reply) throws IOException {
        int whole = read(reply, reply.length()).loaded();
        for (int size = 1; size < 40; size++) {
            OllamaReply pieces = read(reply, size);
            assertThat(pieces.isOver()).isTrue();
            assertThat(pieces.loaded()).as("in pieces of " + size).isEqualTo(whole);
        }
        return whole;
    }

    @Test
    void modelsAreCounted() throws IOException {
        assertThat(loaded(OK + "content-length: 75\r\n\r\n" + TWO)).isEqualTo(2);
        assertThat(loaded(OK + "\r\n{\"models\":[]}")).isZero();
        assertThat(loaded(OK + "\r\n{\"models\":null}\n")).isZero();
    }

    @Test
    void chunksAreUndone() throws IOException {
        StringBuilder chunks = new StringBuilder();
        for (int at = 0; at < TWO.length(); at += 13) {
            String chunk = TWO.substring(at, Math.min(TWO.length(), at + 13));
            chunks.append(Integer.toHexString(chunk.length()))
                    .append(";x=y\r\n")
                    .append(chunk)
                    .append("\r\n");
        }
        assertThat(loaded(OK + "Transfer-Encoding: Chunked\r\n\r\n" + chunks + "0\r\n\r\n"))
                .isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 404 Not Found\r\n\r\n404 page not found",
                "HTTP/1.1 401 Unauthorized\r\n\r\n",
                "HTTP/1.1 302 Found\r\nlocation: /login\r\n\r\n",
                "HTTP/1.1 200 OK\r\n\r\n<html>[{\"models\":[1]}]</html>",
                "HTTP/1.1 200 OK\r\n\r\n{\"status\":\"up\"}",
                "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n",
                "SSH-2.0-OpenSSH_9.6\r\n"
            })
    void whatIsNoOllamaDoesNotTell(String reply) throws IOException {
        assertThat(loaded(reply)).isEqualTo(OllamaServer.UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 429, 500, 503})
    void aServerThatCannotTellNow(int status) {
        OllamaReply reply = read("HTTP/1.1 " + status + " Sorry\r\n\r\n", 3);
        assertThat(reply.isOver()).isTrue();
        assertThatThrownBy(reply::loaded).isInstanceOf(IOException.class).hasMessageContaining("" + status);
    }
}
