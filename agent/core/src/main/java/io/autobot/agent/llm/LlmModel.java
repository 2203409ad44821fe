package io.autobot.agent.llm;

import io.autobot.agent.metrics.SeriesGuard;
import io.prometheus.metrics.core.datapoints.DistributionDataPoint;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.concurrent.atomic.LongAdder;

/** Counts the calls to one model of one provider. Any thread may call any method. */
final class LlmModel {
    /** Parts of the tokens: the values of the {@code detail} label. */
    enum Detail {
        CACHED_INPUT,
        CACHE_WRITE,
        REASONING,
        AUDIO_INPUT,
        AUDIO_OUTPUT;

        private final String id = name().toLowerCase(Locale.ROOT);

        String id() {
            return id;
        }
    }

    private static final RequestType[] TYPES = RequestType.values();
    private static final Detail[] DETAILS = Detail.values();
    private static final double NANOS_PER_SECOND = 1e9;

    private final LlmMetrics owner;
    private final String provider;
    private final String model;
    private final boolean folded;
    private final DistributionDataPoint latency;
    private final AtomicLongArray requests = new AtomicLongArray(TYPES.length);

    /** Types and details for which there is room; the others go to the folded recorder. */
    private final boolean[] typeAdmitted = new boolean[TYPES.length];

    private final boolean[] detailAdmitted = new boolean[DETAILS.length];

    private final LongAdder input = new LongAdder();
    private final LongAdder output = new LongAdder();
    private final AtomicLongArray details = new AtomicLongArray(DETAILS.length);
    private final DoubleAdder inputCost = new DoubleAdder();
    private final DoubleAdder outputCost = new DoubleAdder();
    private final LongAdder unpriced = new LongAdder();
    private final LongAdder withoutUsage = new LongAdder();
    private volatile boolean hasTokens;
    private volatile boolean hasCost;
    private volatile boolean hasStreams;
    private volatile DistributionDataPoint firstToken;
    private volatile DistributionDataPoint speed;

    LlmModel(LlmMetrics owner, String provider, String model, boolean folded) {
        this.owner = owner;
        this.provider = provider;
        this.model = model;
        this.folded = folded;
        this.latency = owner.histograms().latency(provider, model);
    }

    String provider() {
        return provider;
    }

    String model() {
        return model;
    }

    /** A call has ended. */
    void ended(RequestType type, long nanos) {
        latency.observe(nanos / NANOS_PER_SECOND);
        fold(LlmFamilies.LATENCY);
        if (admits(typeAdmitted, type.ordinal(), owner.typeRoom())) {
            requests.incrementAndGet(type.ordinal());
            fold(LlmFamilies.REQUESTS);
        } else {
            LlmModel other = owner.folded();
            other.requests.incrementAndGet(type.ordinal());
            other.fold(LlmFamilies.REQUESTS);
        }
    }

    /** Tokens that the provider has reported, negative where it has not. */
    void tokens(long in, long out) {
        input.add(Math.max(0, in));
        output.add(Math.max(0, out));
        hasTokens = true;
        fold(LlmFamilies.TOKENS);
    }

    /** A part of the tokens. */
    void detail(Detail detail, long tokens) {
        if (tokens <= 0) {
            return;
        }
        LlmModel counting = admits(detailAdmitted, detail.ordinal(), owner.detailRoom()) ? this : owner.folded();
        counting.details.addAndGet(detail.ordinal(), tokens);
        counting.fold(LlmFamilies.TOKEN_DETAILS);
    }

    /** What they cost, in dollars. */
    void cost(double in, double out) {
        inputCost.add(in);
        outputCost.add(out);
        hasCost = true;
        fold(LlmFamilies.COST);
    }

    /** Tokens without a price. */
    void unpriced(long tokens) {
        unpriced.add(tokens);
        fold(LlmFamilies.UNPRICED_TOKENS);
    }

    /** A stream has ended, with or without figures. */
    void streamed(boolean withUsage) {
        hasStreams = true;
        if (!withUsage) {
            withoutUsage.increment();
            fold(LlmFamilies.STREAMS_WITHOUT_USAGE);
        }
    }

    void firstToken(long nanos) {
        DistributionDataPoint point = firstToken;
        if (point == null) {
            point = owner.histograms().firstToken(provider, model);
            firstToken = point;
        }
        point.observe(nanos / NANOS_PER_SECOND);
        fold(LlmFamilies.TIME_TO_FIRST_TOKEN);
    }

    /** @param tokens that came in so many nanoseconds, more than 0 */
    void speed(long tokens, long nanos) {
        DistributionDataPoint point = speed;
        if (point == null) {
            point = owner.histograms().speed(provider, model);
            speed = point;
        }
        point.observe(tokens * NANOS_PER_SECOND / nanos);
        fold(LlmFamilies.TOKENS_PER_SECOND);
    }

    /** Asks for room once; who was refused asks again for each event, and costs more. */
    private boolean admits(boolean[] admitted, int index, SeriesGuard.Family room) {
        return admitted[index] || admitsNow(admitted, index, room);
    }

    private synchronized boolean admitsNow(boolean[] admitted, int index, SeriesGuard.Family room) {
        if (!admitted[index]) {
            admitted[index] = folded || room.claim(1);
        }
        return admitted[index];
    }

    private void fold(io.autobot.agent.metrics.FamilyDescription family) {
        if (folded) {
            owner.countFolded(family);
        }
    }

    long requests(RequestType type) {
        return requests.get(type.ordinal());
    }

    long calls() {
        long calls = 0;
        for (int i = 0; i < TYPES.length; i++) {
            calls += requests.get(i);
        }
        return calls;
    }

    long detail(Detail detail) {
        return details.get(detail.ordinal());
    }

    /** Whether tokens were ever reported: without, there is no series. */
    boolean hasTokens() {
        return hasTokens;
    }

    long input() {
        return input.sum();
    }

    long output() {
        return output.sum();
    }

    boolean hasCost() {
        return hasCost;
    }

    double inputCost() {
        return inputCost.sum();
    }

    double outputCost() {
        return outputCost.sum();
    }

    long unpriced() {
        return unpriced.sum();
    }

    boolean hasStreams() {
        return hasStreams;
    }

    long withoutUsage() {
        return withoutUsage.sum();
    }
}
