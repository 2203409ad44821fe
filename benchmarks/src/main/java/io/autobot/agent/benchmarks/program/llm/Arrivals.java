package io.autobot.agent.benchmarks.program.llm;

import io.autobot.agent.benchmarks.program.Figures;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * When the events of a stream reach the application: the server writes into each the time at which it sends it, by a
 * clock that all processes of a machine share.
 */
final class Arrivals implements ReplyPieces {
    private static final int WARM_UP_STREAMS = 10;
    private static final int STREAMS = 25;

    private final long[] delays = new long[STREAMS * LlmServer.PACED_EVENTS];
    private final long[] firstDelays = new long[STREAMS];
    private final long[] firstWaits = new long[STREAMS];
    private int streams;
    private int events;
    private boolean first;
    private long askedAt;

    /** How much of a stamp has come, and what its digits are so far; it may be cut anywhere. */
    private int stampLength;

    private long stamp;

    /**
     * Prints microseconds: {@code first-wait-us} from the call to its first event, {@code first-us} from sending to
     * receiving that, {@code median-us} and {@code p99-us} of all events.
     */
    static void measure(LlmClient client, URI time, URI paced) throws IOException {
        checkClock(time);
        ReplyPieces nobody = piece -> {};
        for (int i = 0; i < WARM_UP_STREAMS; i++) {
            LlmLoop.post(client, paced, nobody);
        }
        Arrivals arrivals = new Arrivals();
        for (int i = 0; i < STREAMS; i++) {
            arrivals.stream(client, paced);
        }
        arrivals.print();
    }

    /** The server's clock must lie within the call that asks for it. */
    private static void checkClock(URI time) throws IOException {
        long before = System.nanoTime();
        String said;
        try (InputStream in = time.toURL().openStream()) {
            said = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
        }
        long there = Long.parseLong(said);
        if (there - before < 0 || System.nanoTime() - there < 0) {
            throw new IllegalStateException("the processes of this machine do not share a clock");
        }
    }

    private void stream(LlmClient client, URI paced) {
        first = true;
        askedAt = System.nanoTime();
        LlmLoop.post(client, paced, this);
        streams++;
        if (events != streams * LlmServer.PACED_EVENTS) {
            throw new IllegalStateException(events + " events in " + streams + " streams");
        }
    }

    @Override
    public void piece(ByteBuffer bytes) {
        long now = System.nanoTime();
        for (int i = bytes.position(); i < bytes.limit(); i++) {
            next((char) bytes.get(i), now);
        }
    }

    private void next(char c, long now) {
        int digits = stampLength - WireFormat.STAMP.length();
        if (digits < 0) {
            stampLength = c == WireFormat.STAMP.charAt(stampLength) ? stampLength + 1 : 0;
            stamp = 0;
            return;
        }
        stamp = 10 * stamp + c - '0';
        stampLength++;
        if (digits + 1 == WireFormat.STAMP_DIGITS) {
            stampLength = 0;
            // The last events have no time.
            if (stamp != 0) {
                arrived(stamp, now);
            }
        }
    }

    private void arrived(long sentAt, long now) {
        delays[events++] = now - sentAt;
        if (first) {
            first = false;
            firstDelays[streams] = now - sentAt;
            firstWaits[streams] = now - askedAt;
        }
    }

    private void print() {
        Figures.print("first-wait-us", quantile(firstWaits, 0.5));
        Figures.print("first-us", quantile(firstDelays, 0.5));
        Figures.print("median-us", quantile(delays, 0.5));
        Figures.print("p99-us", quantile(delays, 0.99));
    }

    private static double quantile(long[] nanos, double quantile) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return sorted[(int) (quantile * sorted.length)] / 1e3;
    }
}
