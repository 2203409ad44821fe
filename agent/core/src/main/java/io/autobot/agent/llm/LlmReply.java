package io.autobot.agent.llm;

import io.autobot.agent.framing.AwsEventStream;
import io.autobot.agent.framing.Base64Stream;
import io.autobot.agent.framing.JsonBody;
import io.autobot.agent.framing.ServerSentEvents;
import io.autobot.agent.http.ByteSink;
import io.autobot.agent.json.JsonListener;
import io.autobot.agent.json.JsonNumbers;
import io.autobot.agent.json.JsonScanner;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * What one reply says of itself, plain or streamed, whichever provider sent it. Of a figure that is given several times
 * the last one counts: streams repeat them as they grow. Fed by one thread at a time; read when the call has ended.
 */
final class LlmReply implements JsonListener, AwsEventStream.Listener {
    private static final long UNKNOWN = -1;

    private final long[] counts = new long[LlmField.count()];
    private final JsonScanner scanner = new JsonScanner(LlmField.PATHS, this);
    private Base64Stream nested;
    private boolean streamed;
    private boolean failed;
    private long firstContentNanos;
    private String model;
    private String errorCode;
    private String innerCode;
    private String errorType;
    private String errorMessage;
    private boolean filtered;
    private double cost = Double.NaN;
    private double inputCost = Double.NaN;
    private double outputCost = Double.NaN;

    LlmReply() {
        java.util.Arrays.fill(counts, UNKNOWN);
    }

    /**
     * What reads a body of this content type.
     *
     * @return {@code null} for one that is no text
     */
    ByteSink body(String contentType) {
        String type = contentType == null ? "" : contentType.toLowerCase(Locale.ROOT);
        if (type.startsWith("text/event-stream")) {
            streamed = true;
            return new ServerSentEvents(scanner);
        }
        if (type.startsWith("application/vnd.amazon.eventstream")) {
            streamed = true;
            return new AwsEventStream(scanner, this);
        }
        if (type.contains("ndjson") || type.contains("jsonl") || type.contains("stream+json")) {
            streamed = true;
            return JsonBody.lines(scanner);
        }
        if (type.startsWith("audio/") || type.startsWith("image/") || type.startsWith("video/")) {
            return null;
        }
        return new Unlabelled();
    }

    /** Gateways and test servers send streams as {@code text/plain} or without a type: the first byte tells. */
    private final class Unlabelled implements ByteSink {
        private ByteSink known;

        @Override
        public void bytes(byte[] bytes, int from, int to) {
            int at = from;
            while (known == null && at < to) {
                byte b = bytes[at];
                if (b == ' ' || b == '\n' || b == '\r' || b == '\t') {
                    at++;
                } else if (b == 'd' || b == 'e' || b == ':' || b == 'i' && to - at > 1 && bytes[at + 1] == 'd') {
                    streamed = true;
                    known = new ServerSentEvents(scanner);
                } else {
                    known = JsonBody.whole(scanner);
                }
            }
            if (known != null) {
                known.bytes(bytes, at, to);
            }
        }

        @Override
        public void end() {
            if (known != null) {
                known.end();
            }
        }
    }

    @Override
    public void number(int leaf, byte[] ascii, int length) {
        LlmField field = LlmField.of(leaf);
        if (field.isCount()) {
            long count = JsonNumbers.count(ascii, length);
            if (count >= 0) {
                counts[leaf] = field == LlmField.EACH_INPUT ? orZero(field) + count : count;
            }
            return;
        }
        switch (field) {
            case COST -> cost = JsonNumbers.decimal(ascii, length);
            case COST_INPUT -> inputCost = JsonNumbers.decimal(ascii, length);
            case COST_OUTPUT -> outputCost = JsonNumbers.decimal(ascii, length);
            default -> {
                // Codes that are numbers repeat the status.
            }
        }
    }

    @Override
    public void text(int leaf, byte[] utf8, int length) {
        switch (LlmField.of(leaf)) {
            case MODEL -> model = length == 0 ? model : same(model, utf8, length);
            case CONTENT -> content(length);
            case PART -> content(1);
            case ERROR -> {
                if (length > 0) {
                    failed = true;
                    errorMessage = string(utf8, length);
                }
            }
            case ERROR_CODE -> errorCode = same(errorCode, utf8, length);
            case ERROR_INNER -> innerCode = string(utf8, length);
            case ERROR_TYPE -> errorType = same(errorType, utf8, length);
            case ERROR_MESSAGE -> errorMessage = string(utf8, length);
            case FINISH -> filtered |= isFilter(string(utf8, length));
            case NESTED -> {
                part(leaf, utf8, length);
                nested.end();
            }
            default -> {
                // A count or a cost as a string is none.
            }
        }
    }

    @Override
    public void part(int leaf, byte[] utf8, int length) {
        if (nested == null) {
            nested = new Base64Stream(JsonBody.whole(new JsonScanner(LlmField.PATHS, this)));
        }
        nested.bytes(utf8, 0, length);
    }

    @Override
    public void container(int leaf) {
        switch (LlmField.of(leaf)) {
            case PART -> content(1);
            case ERROR -> failed = true;
            default -> {
                // Of interest is only what is inside.
            }
        }
    }

    @Override
    public void exception(String type) {
        failed = true;
        errorCode = type;
    }

    private void content(int length) {
        if (length > 0 && firstContentNanos == 0) {
            firstContentNanos = System.nanoTime();
        }
    }

    private static boolean isFilter(String reason) {
        return switch (reason.toLowerCase(Locale.ROOT)) {
            case "content_filter",
                    "content_filtered",
                    "refusal",
                    "safety",
                    "prohibited_content",
                    "blocklist",
                    "recitation",
                    "spii",
                    "image_safety",
                    "guardrail_intervened" -> true;
            default -> false;
        };
    }

    /** Each event of a stream repeats its model and type: what is known already is not made again. */
    private static String same(String known, byte[] utf8, int length) {
        if (known == null || known.length() != length) {
            return string(utf8, length);
        }
        for (int i = 0; i < length; i++) {
            if (utf8[i] < 0 || utf8[i] != known.charAt(i)) {
                return string(utf8, length);
            }
        }
        return known;
    }

    private static String string(byte[] utf8, int length) {
        return new String(utf8, 0, length, StandardCharsets.UTF_8);
    }

    private long count(LlmField field) {
        return counts[field.ordinal()];
    }

    private long orZero(LlmField field) {
        return Math.max(0, count(field));
    }

    /** Whether the provider gave any figure. */
    boolean hasUsage() {
        return input() >= 0 || output() >= 0;
    }

    /** Input tokens with all that was cached, negative if unknown. */
    long input() {
        if (count(LlmField.PROMPT) >= 0) {
            return count(LlmField.PROMPT) + orZero(LlmField.TOOL_INPUT);
        }
        if (count(LlmField.INPUT) >= 0) {
            return count(LlmField.INPUT) + orZero(LlmField.CACHE_READ) + orZero(LlmField.CACHE_WRITE);
        }
        return Math.max(count(LlmField.EACH_INPUT), count(LlmField.BILLED_INPUT));
    }

    /** Output tokens with those for reasoning, negative if unknown. */
    long output() {
        if (count(LlmField.OUTPUT) < 0) {
            return count(LlmField.THOUGHTS) >= 0 ? count(LlmField.THOUGHTS) : count(LlmField.BILLED_OUTPUT);
        }
        long output = count(LlmField.OUTPUT) + orZero(LlmField.THOUGHTS);
        long reasoning = orZero(LlmField.REASONING);
        // Whose total has the reasoning beside the completion does not count it within.
        boolean beside = reasoning > 0 && count(LlmField.TOTAL) == orZero(LlmField.PROMPT) + output + reasoning;
        return beside ? output + reasoning : output;
    }

    /** Input tokens taken from a cache. */
    long cachedInput() {
        return Math.max(orZero(LlmField.CACHED), orZero(LlmField.CACHE_READ));
    }

    /** Input tokens written to a cache. */
    long cacheWrite() {
        return orZero(LlmField.CACHE_WRITE);
    }

    /** Output tokens spent on reasoning. */
    long reasoning() {
        return Math.max(orZero(LlmField.REASONING), orZero(LlmField.THOUGHTS));
    }

    long audioInput() {
        return orZero(LlmField.AUDIO_INPUT);
    }

    long audioOutput() {
        return orZero(LlmField.AUDIO_OUTPUT);
    }

    /** What the provider bills where it bills other than it counts, negative where it does not. */
    long billedInput() {
        return count(LlmField.BILLED_INPUT);
    }

    /** As {@link #billedInput}. */
    long billedOutput() {
        return count(LlmField.BILLED_OUTPUT);
    }

    /** Figures that came with the head of the reply; what the body says counts more. */
    void headUsage(long input, long output) {
        setIfUnknown(LlmField.INPUT, input);
        setIfUnknown(LlmField.OUTPUT, output);
    }

    private void setIfUnknown(LlmField field, long value) {
        if (value >= 0 && count(field) < 0) {
            counts[field.ordinal()] = value;
        }
    }

    /** Dollars for all, as a gateway reported them, NaN if it did not. */
    double cost() {
        return cost;
    }

    double inputCost() {
        return inputCost;
    }

    double outputCost() {
        return outputCost;
    }

    /** Sets what came with the head. */
    void headCost(double dollars) {
        cost = dollars;
    }

    /** Whether it came as a stream. */
    boolean isStreamed() {
        return streamed;
    }

    /** When the first piece of the answer went by, 0 if none did; {@link System#nanoTime()}. */
    long firstContentNanos() {
        return firstContentNanos;
    }

    /** The model that answered, {@code null} if the provider does not say. */
    String model() {
        return model;
    }

    /** Whether an error was sent in place of the rest of the answer. */
    boolean isFailed() {
        return failed;
    }

    /** Whether the provider held the answer back. */
    boolean isFiltered() {
        return filtered;
    }

    /** What the error is, if the status or the reply says that it is one. */
    LlmErrorType error(int status, String headWord) {
        return LlmErrors.ofReply(status, errorMessage, innerCode, errorCode, headWord, errorType);
    }
}
