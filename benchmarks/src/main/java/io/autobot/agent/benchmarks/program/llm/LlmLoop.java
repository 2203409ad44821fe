package io.autobot.agent.benchmarks.program.llm;

import io.autobot.agent.benchmarks.program.Rounds;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Calls to {@link LlmServer} through one HTTP client, and what one of them, or a megabyte of them, took. */
public final class LlmLoop {
    private static final byte[] REQUEST =
            ("{\"model\":\"gpt-4o\",\"temperature\":0.2,\"messages\":[{\"role\":\"system\","
                            + "\"content\":\"You answer briefly.\"},{\"role\":\"user\",\"content\":\""
                            + "How many tokens are there in this sentence, and who is to pay for them? ".repeat(8)
                            + "\"}]}")
                    .getBytes(StandardCharsets.UTF_8);

    private static final int WARM_UP_CALLS = 6_000;
    private static final int CALLS_IN_ROUND = 700;
    private static final int WARM_UP_STREAMS = 30;
    private static final int STREAMS_IN_ROUND = 4;

    private static long received;

    private LlmLoop() {}

    /** @param arguments the instrumentation of the client, {@code plain}, {@code stream} or {@code arrival}, and a port */
    public static void main(String[] arguments) throws Exception {
        LlmClient client = LlmClient.of(arguments[0]);
        String base = "http://127.0.0.1:" + arguments[2] + "/";
        boolean bedrock = arguments[0].equals("aws-sdk");
        String path = bedrock ? "" : "/v1/chat/completions";
        URI plain = URI.create(base + "plain" + path);
        URI stream = URI.create(base + "stream" + path);
        Rounds.Batch call = () -> post(client, plain, LlmLoop::count);
        switch (arguments[1]) {
            case "plain" -> Rounds.measure(1, call, WARM_UP_CALLS, CALLS_IN_ROUND);
            case "stream" ->
                Rounds.measure(
                        (bedrock ? WireFormat.BEDROCK : WireFormat.OPENAI).streamMegabytes(),
                        () -> post(client, stream, LlmLoop::count),
                        WARM_UP_STREAMS,
                        STREAMS_IN_ROUND);
            case "arrival" -> {
                for (int i = 0; i < WARM_UP_CALLS; i++) {
                    call.run();
                }
                Arrivals.measure(client, URI.create(base + "time"), URI.create(base + "paced" + path));
            }
            default -> throw new IllegalArgumentException(arguments[1]);
        }
        if (received == 0) {
            throw new IllegalStateException("nothing came");
        }
        // Agents that export before they end may take long.
        Runtime.getRuntime().halt(0);
    }

    /** A call as an application makes it. */
    static void post(LlmClient client, URI uri, ReplyPieces pieces) {
        try {
            client.post(uri, REQUEST, pieces);
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static void count(ByteBuffer piece) {
        received += piece.remaining();
    }
}
