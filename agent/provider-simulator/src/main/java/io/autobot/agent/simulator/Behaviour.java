package io.autobot.agent.simulator;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a request is answered. Immutable; every method gives a changed copy.
 *
 * <p>It has a text form, so that a model name, a path prefix, an API key and the admin port can all carry it:
 * {@code sim-} and words joined by {@code _}, a word's value behind a dash: {@code sim-429_retryafter-2},
 * {@code gpt-4o-sim-gzip_split-1}.
 */
public final class Behaviour {
    /** The usual reply. */
    public static final Behaviour OK = new Behaviour(Map.of("ok", ""));

    private static final Pattern MARKED = Pattern.compile("(?:^|[^a-zA-Z0-9])sim-([a-zA-Z0-9._-]+)");

    private static final Set<String> FLAGS =
            Set.of(("ok gzip deflate br zstd brokengzip crlf cr comments multiline bom nousage nomodel endless badutf8"
                            + " usageintext duplicates tools filtered audio nolimits")
                    .split(" "));
    private static final Set<String> VALUES = Set.of(
            ("midstream retryafter redirect split random gate gateat gatehead reset truncate model huge longline deep"
                            + " type remaining fresh cached write visible reasoning")
                    .split(" "));

    private final Map<String, String> words;

    private Behaviour(Map<String, String> words) {
        this.words = words;
    }

    /** The behaviour written in a text behind {@code sim-}, or null when there is none. */
    public static Behaviour find(String text) {
        Matcher marked = text == null ? null : MARKED.matcher(text);
        if (marked == null || !marked.find()) {
            return null;
        }
        try {
            return parse(marked.group(1));
        } catch (IllegalArgumentException justAName) {
            return null;
        }
    }

    /**
     * The behaviour for a text form, with or without {@code sim-} before it.
     *
     * @throws IllegalArgumentException for a word nobody knows, and for a missing or needless value
     */
    public static Behaviour parse(String text) {
        Map<String, String> words = new LinkedHashMap<>();
        for (String word : (text.startsWith("sim-") ? text.substring(4) : text).split("_")) {
            int dash = word.indexOf('-');
            if (!word.isEmpty() && Character.isDigit(word.charAt(0))) {
                words.put("error", ErrorCase.parse(word).toString());
            } else if (dash < 0 && FLAGS.contains(word)) {
                words.put(word, "");
            } else if (dash > 0 && VALUES.contains(word.substring(0, dash))) {
                words.put(word.substring(0, dash), word.substring(dash + 1));
            } else {
                throw new IllegalArgumentException("no such behaviour: " + word + " in " + text);
            }
        }
        return new Behaviour(words);
    }

    private Behaviour with(String word, Object value) {
        Map<String, String> copy = new LinkedHashMap<>(words);
        copy.remove("ok");
        copy.put(word, value.toString());
        return new Behaviour(copy);
    }

    /** Refuses the request, in the provider's own words; with {@link #midStream(int)} only once the stream runs. */
    public Behaviour error(ErrorCase error) {
        return with("error", error);
    }

    /** Sends an error event after so many events of a stream, and ends it there. */
    public Behaviour midStream(int events) {
        return with("midstream", events);
    }

    /** A {@code Retry-After} header, in seconds. */
    public Behaviour retryAfter(int seconds) {
        return with("retryafter", seconds);
    }

    /**
     * Answers with a redirect (301, 302, 307 or 308) to the same path, where the usual reply waits; or with 304 and
     * nothing.
     */
    public Behaviour redirect(int status) {
        return with("redirect", status);
    }

    /** Compresses the body: gzip or deflate truly, {@code br} and {@code zstd} by their name over opaque bytes. */
    public Behaviour encoding(String name) {
        return with(name, "");
    }

    /** A gzip body whose second half is garbage. */
    public Behaviour brokenGzip() {
        return with("brokengzip", "");
    }

    /** Writes at most so many bytes at once. */
    public Behaviour split(int bytes) {
        return with("split", bytes);
    }

    /** Writes pieces of 1 to 40 bytes whose lengths follow from the seed. */
    public Behaviour randomSplit(long seed) {
        return with("random", seed);
    }

    /** Event streams with CRLF line ends. */
    public Behaviour crlf() {
        return with("crlf", "");
    }

    /** Event streams with CR line ends. */
    public Behaviour cr() {
        return with("cr", "");
    }

    /** A comment line before each event. */
    public Behaviour comments() {
        return with("comments", "");
    }

    /** Each event's data over several {@code data:} lines. */
    public Behaviour multiLine() {
        return with("multiline", "");
    }

    /** A byte order mark before an event stream. */
    public Behaviour byteOrderMark() {
        return with("bom", "");
    }

    /** Waits at a gate before each part of the body: each event of a stream, or the whole of a plain reply. */
    public Behaviour gate(String name) {
        return with("gate", name);
    }

    /** Waits at a gate once, before the part of that number, counted from 0. */
    public Behaviour gateAt(int part, String name) {
        return with("gateat", part + "." + name);
    }

    /** Waits at a gate before the status line. */
    public Behaviour gateHead(String name) {
        return with("gatehead", name);
    }

    /** Resets the connection after so many events; a plain reply in its middle. HTTP/2: resets the stream. */
    public Behaviour resetAfter(int events) {
        return with("reset", events);
    }

    /** As {@link #resetAfter(int)}, but closes: the body ends too early. */
    public Behaviour truncateAfter(int events) {
        return with("truncate", events);
    }

    /** Leaves out all usage figures. */
    public Behaviour withoutUsage() {
        return with("nousage", "");
    }

    /** Leaves out the model in the reply. */
    public Behaviour withoutModel() {
        return with("nomodel", "");
    }

    /** Reports another model than was asked for. No underscore, since that parts the words. */
    public Behaviour replyModel(String name) {
        return with("model", name);
    }

    /** Repeats the stream's content until the client goes away. */
    public Behaviour endless() {
        return with("endless", "");
    }

    /** A reply of at least so many MiB of text: a stream of many events, or one long plain reply. */
    public Behaviour huge(int mebibytes) {
        return with("huge", mebibytes);
    }

    /** One event, and so one line, of at least so many MiB. Not for Bedrock, whose frames are bounded. */
    public Behaviour longLine(int mebibytes) {
        return with("longline", mebibytes);
    }

    /** A member nested so many levels deep in each document. */
    public Behaviour deep(int levels) {
        return with("deep", levels);
    }

    /** Bytes in the text that are not UTF-8. */
    public Behaviour invalidUtf8() {
        return with("badutf8", "");
    }

    /** Another content type than the body has. */
    public Behaviour contentType(String type) {
        return with("type", type.replace('/', '.'));
    }

    /** Text, and arguments of a tool call, that look like usage figures. */
    public Behaviour usageInText() {
        return with("usageintext", "");
    }

    /** Usage and model twice in each document that has them, wrong first and right last. */
    public Behaviour duplicateKeys() {
        return with("duplicates", "");
    }

    /** A reply that asks for a tool call. */
    public Behaviour toolCall() {
        return with("tools", "");
    }

    /** A 200 whose finish reason says that the filter stopped it. */
    public Behaviour filtered() {
        return with("filtered", "");
    }

    /** Audio tokens among the figures. */
    public Behaviour audio() {
        return with("audio", "");
    }

    /** Remaining requests as the rate-limit headers tell them. */
    public Behaviour remaining(int requests) {
        return with("remaining", requests);
    }

    /** No rate-limit headers. */
    public Behaviour withoutLimits() {
        return with("nolimits", "");
    }

    /** Figures of the test's own choice: the parts of {@link Usage} that the provider knows. */
    public Behaviour usage(Usage usage) {
        return with("fresh", usage.fresh())
                .with("cached", usage.cachedInput())
                .with("write", usage.cacheWrite())
                .with("visible", usage.visible())
                .with("reasoning", usage.reasoning());
    }

    /** Whether a word of the text form is there. */
    public boolean has(String word) {
        return words.containsKey(word);
    }

    /** The value of a word, or null. */
    public String text(String word) {
        return words.get(word);
    }

    /** The number behind a word, or what is given instead. */
    public long number(String word, long otherwise) {
        String value = words.get(word);
        return value == null ? otherwise : Long.parseLong(value);
    }

    /** The error to answer with, or null. */
    public ErrorCase error() {
        return words.containsKey("error") ? ErrorCase.parse(words.get("error")) : null;
    }

    /** The error of {@link #midStream(int)}: the one named, else the provider's own failure. */
    public ErrorCase midStreamError() {
        return error() == null ? ErrorCase.SERVER : error();
    }

    /** The text form without {@code sim-}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        words.forEach((word, value) -> {
            text.append(text.length() == 0 ? "" : "_");
            text.append(word.equals("error") ? value : value.isEmpty() ? word : word + "-" + value);
        });
        return text.toString();
    }

    /** As a model name, a path segment or an API key has it. */
    public String marker() {
        return "sim-" + this;
    }
}
