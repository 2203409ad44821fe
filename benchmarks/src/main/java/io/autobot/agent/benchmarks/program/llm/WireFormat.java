package io.autobot.agent.benchmarks.program.llm;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.autobot.agent.simulator.wire.EventStream;
import io.autobot.agent.simulator.wire.Framing;
import java.util.Base64;

/** What a provider answers: documents of the size, and with the keys, that it has in service. */
enum WireFormat {
    /** OpenAI's chat completions, as most others send them too. */
    OPENAI("text/event-stream; charset=utf-8", 8) {
        @Override
        byte[] whole() {
            String text = "Models count tokens, and whoever pays for them wants to know how many. ".repeat(12);
            return Framing.Bytes.of("{\"id\":\"chatcmpl-BnxDyzE7dG4bYQ0oKq5r2uRz\",\"object\":\"chat.completion\","
                    + "\"created\":1750000000,\"model\":\"gpt-4o-2024-08-06\",\"choices\":[{\"index\":0,\"message\":"
                    + "{\"role\":\"assistant\",\"content\":\"" + text + "\",\"refusal\":null,\"annotations\":[]},"
                    + "\"logprobs\":null,\"finish_reason\":\"stop\"}],\"usage\":" + USAGE + ",\"service_tier\":"
                    + "\"default\",\"system_fingerprint\":\"fp_07871e2ad8\"}");
        }

        @Override
        byte[] event(long stamp) {
            return event(stamp, "{\"content\":\" token\"}", "null");
        }

        @Override
        byte[] end() {
            return Framing.Bytes.join(
                    event(0, "{}", "\"stop\""),
                    Framing.Bytes.of(
                            "data: {\"id\":\"" + stamped(0) + "\",\"object\":\"chat.completion.chunk\",\"created\":"
                                    + "1750000000,\"model\":\"gpt-4o-2024-08-06\",\"choices\":[],\"usage\":" + USAGE
                                    + "}\n\ndata: [DONE]\n\n"));
        }

        private byte[] event(long stamp, String delta, String reason) {
            return Framing.Bytes.of("data: {\"id\":\"" + stamped(stamp) + "\",\"object\":\"chat.completion.chunk\","
                    + "\"created\":1750000000,\"model\":\"gpt-4o-2024-08-06\",\"service_tier\":\"default\","
                    + "\"system_fingerprint\":\"fp_07871e2ad8\",\"choices\":[{\"index\":0,\"delta\":" + delta
                    + ",\"logprobs\":null,\"finish_reason\":" + reason
                    + "}],\"usage\":null,\"obfuscation\":\"aY3kQ9x\"}\n\n");
        }
    },
    /** Claude's messages as Bedrock's runtime wraps them; the SDK needs ten times longer for them. */
    BEDROCK("application/vnd.amazon.eventstream", 1) {
        @Override
        byte[] whole() {
            String text = "Models count tokens, and whoever pays for them wants to know how many. ".repeat(12);
            return Framing.Bytes.of("{\"id\":\"msg_bdrk_01XgVYxVqW8ojDYTBSyAeVtW\",\"type\":\"message\",\"role\":"
                    + "\"assistant\",\"model\":\"claude-3-5-sonnet-20240620\",\"content\":[{\"type\":\"text\",\"text\":"
                    + "\"" + text + "\"}],\"stop_reason\":\"end_turn\",\"stop_sequence\":null,\"usage\":"
                    + "{\"input_tokens\":120,\"output_tokens\":160}}");
        }

        @Override
        byte[] event(long stamp) {
            return frame("{\"type\":\"content_block_delta\",\"index\":0,\"delta\":{\"type\":\"text_delta\",\"text\":\""
                    + stamped(stamp) + " token\"}}");
        }

        @Override
        byte[] end() {
            return frame("{\"type\":\"message_stop\",\"amazon-bedrock-invocationMetrics\":{\"inputTokenCount\":120,"
                    + "\"outputTokenCount\":160,\"invocationLatency\":2000,\"firstByteLatency\":400}}");
        }

        private byte[] frame(String event) {
            String base64 = Base64.getEncoder().encodeToString(event.getBytes(UTF_8));
            return EventStream.frame(
                    "chunk", Framing.Bytes.of("{\"bytes\":\"" + base64 + "\",\"p\":\"abcdefghijklmnopqr\"}"));
        }
    };

    /** What stands in an event before the time at which it was sent. */
    static final String STAMP = "chatcmpl-";

    /** So many digits has that time. */
    static final int STAMP_DIGITS = 19;

    private static final String USAGE = "{\"prompt_tokens\":120,\"completion_tokens\":160,\"total_tokens\":280,"
            + "\"prompt_tokens_details\":{\"cached_tokens\":0,\"audio_tokens\":0},\"completion_tokens_details\":"
            + "{\"reasoning_tokens\":0,\"audio_tokens\":0,\"accepted_prediction_tokens\":0,"
            + "\"rejected_prediction_tokens\":0}}";

    private final String streamType;
    private final int streamMegabytes;

    WireFormat(String streamType, int streamMegabytes) {
        this.streamType = streamType;
        this.streamMegabytes = streamMegabytes;
    }

    /** The format of what is asked for. */
    static WireFormat of(String path) {
        return path.contains("/model/") ? BEDROCK : OPENAI;
    }

    /** The content type of a stream. */
    String streamType() {
        return streamType;
    }

    /** How long a stream is. */
    int streamMegabytes() {
        return streamMegabytes;
    }

    /** A plain reply's body, with figures. */
    abstract byte[] whole();

    /**
     * A piece of the answer.
     *
     * @param stamp {@link System#nanoTime} at which it is sent; loses its sign
     */
    abstract byte[] event(long stamp);

    /** The last events, with figures. */
    abstract byte[] end();

    private static String stamped(long stamp) {
        String digits = Long.toString(Math.abs(stamp));
        return STAMP + "0".repeat(STAMP_DIGITS - digits.length()) + digits;
    }
}
