package io.autobot.agent.simulator;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One HTTP request and what was answered: a line of the {@link Ledger}. Written by the thread that serves it, read by
 * any.
 *
 * <p>Figures are taken over at the moment the bytes that carry them have been handed to the connection. A client that
 * is gone by then, or whose connection is reset afterwards, may not have read them.
 */
public final class Exchange {
    /** How far an exchange has come. */
    public enum State {
        /** Not ended yet. */
        OPEN,
        /** The whole reply was written. */
        COMPLETED,
        /** The client went away before the end. */
        CANCELLED,
        /** The simulator broke off, as it was told to. */
        BROKEN
    }

    private final Map<String, Object> facts = new LinkedHashMap<>();

    private State state = State.OPEN;
    private Usage usage;
    private long bytes;

    /** Made by the server when the request is complete. */
    public Exchange(long number, Endpoint endpoint, String method, String path, String protocol) {
        facts.put("number", number);
        facts.put("endpoint", endpoint.toString());
        facts.put("provider", endpoint.provider());
        facts.put("method", method);
        facts.put("path", path);
        facts.put("protocol", protocol);
        facts.put("arrived", Instant.now());
    }

    /** Notes a fact under its name in the JSON form. For the server. */
    public synchronized void note(String name, Object value) {
        facts.put(name, value);
    }

    /** Takes over the figures of bytes just written. For the server. */
    public synchronized void carried(Usage figures) {
        usage = figures;
    }

    /** Counts bytes just written. For the server. */
    public synchronized void wrote(int count) {
        if (bytes == 0) {
            facts.put("firstByte", Instant.now());
        }
        bytes += count;
        facts.put("lastByte", Instant.now());
    }

    synchronized void ended(State how) {
        state = how;
    }

    private synchronized <T> T fact(String name, Class<T> type) {
        return type.cast(facts.get(name));
    }

    /** The count of requests when this one came, from 1. */
    public long number() {
        return fact("number", Long.class);
    }

    /** The simulated server. */
    public Endpoint endpoint() {
        return Endpoint.parse(fact("endpoint", String.class));
    }

    /** The {@code provider} label it should be counted under. */
    public String provider() {
        return fact("provider", String.class);
    }

    /** {@code HTTP/1.1} or {@code HTTP/2.0}. */
    public String protocol() {
        return fact("protocol", String.class);
    }

    /** Method of the request. */
    public String method() {
        return fact("method", String.class);
    }

    /** Path and query of the request. */
    public String path() {
        return fact("path", String.class);
    }

    /** The {@code request_type} it should be counted under; null for what is no call of an LLM. */
    public String requestType() {
        return fact("requestType", String.class);
    }

    /** GitHub: the operation of the route table; null elsewhere. */
    public String operation() {
        return fact("operation", String.class);
    }

    /** GitHub: {@code owner/name} where the path has it. */
    public String repository() {
        return fact("repository", String.class);
    }

    /** The model asked for; null when the request names none. */
    public String requestModel() {
        return fact("requestModel", String.class);
    }

    /** The model the reply names; null when it names none. */
    public String replyModel() {
        return fact("replyModel", String.class);
    }

    /** The reply's model, else the request's: unfolded, as the provider says it. */
    public String model() {
        return replyModel() != null ? replyModel() : requestModel();
    }

    /** Whether the reply is a stream of events or lines. */
    public boolean streamed() {
        return Boolean.TRUE.equals(fact("streamed", Boolean.class));
    }

    /** The status sent; 0 before it was. */
    public int status() {
        Integer status = fact("status", Integer.class);
        return status == null ? 0 : status;
    }

    /** A header of the reply that the provider sets, such as what is left of a rate limit; null when it was not sent. */
    public synchronized String replyHeader(String name) {
        return facts.get("replyHeaders") instanceof Map<?, ?> headers ? (String) headers.get(name) : null;
    }

    /**
     * The {@code error_type} this should be counted under. Null for a success, and for a reply that was malformed on
     * purpose, whose meaning is the test's to say.
     */
    public String errorType() {
        return fact("errorType", String.class);
    }

    /** Whether this is a hop that sends the client elsewhere: no call of its own. */
    public boolean redirect() {
        return status() / 100 == 3 && status() != 304;
    }

    /** The figures that the bytes written so far carry; null when they carry none. */
    public synchronized Usage usage() {
        return usage;
    }

    /** Bytes of the body written, as they are on the wire less the transfer's own framing. */
    public synchronized long bytes() {
        return bytes;
    }

    /** SHA-256 of those bytes in hex; null while the exchange is open. */
    public String sha256() {
        return fact("sha256", String.class);
    }

    /** How far it has come. */
    public synchronized State state() {
        return state;
    }

    /** When the request was complete. */
    public Instant arrived() {
        return fact("arrived", Instant.class);
    }

    /** When the first byte of the body was written; null before. */
    public Instant firstByte() {
        return fact("firstByte", Instant.class);
    }

    /** When the last byte so far was written; null before the first. */
    public Instant lastByte() {
        return fact("lastByte", Instant.class);
    }

    /** All of it for JSON. */
    public synchronized Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        facts.forEach((name, value) -> map.put(name, value instanceof Instant ? value.toString() : value));
        map.put("state", state.name());
        map.put("bytes", bytes);
        if (usage != null) {
            map.put("inputTokens", usage.input());
            map.put("outputTokens", usage.output());
            map.put("cachedInputTokens", usage.cachedInput());
            map.put("cacheWriteTokens", usage.cacheWrite());
            map.put("reasoningTokens", usage.reasoning());
            map.put("audioInputTokens", usage.audioInput());
            map.put("audioOutputTokens", usage.audioOutput());
        }
        return map;
    }

    @Override
    public String toString() {
        return toMap().toString();
    }
}
