package io.autobot.agent.llm;

import io.autobot.agent.http.HttpHeaders;
import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.LongAdder;

/** Counts the calls to one provider, whatever the model. Any thread may call any method. */
final class LlmProvider {
    /** Names of models remembered as the provider says them; past it each call looks its own up. */
    private static final int MAX_NAMES = 2_000;

    private static final int MAX_NAME = 128;
    private static final LlmErrorType[] ERRORS = LlmErrorType.values();
    private static final int NOT_KNOWN = -1;

    /** A model and its price: several names lead to one model, at different prices. */
    record Use(LlmModel model, Price price) {}

    private final LlmMetrics owner;
    private final String name;
    private final Quotas.Counter quota;
    private final LongAdder active = new LongAdder();
    private final AtomicLongArray errors = new AtomicLongArray(ERRORS.length);
    private final AtomicInteger outages = new AtomicInteger();
    private final ConcurrentHashMap<String, Use> uses = new ConcurrentHashMap<>();
    private volatile int available = NOT_KNOWN;
    private volatile boolean seen;
    private volatile boolean local;
    private volatile boolean cloud;
    private volatile double remainingRequests = Double.NaN;
    private volatile double remainingTokens = Double.NaN;
    private volatile long resetAtMillis;

    LlmProvider(LlmMetrics owner, String name) {
        this.owner = owner;
        this.name = name;
        this.quota = owner.quotas().counter(name);
    }

    /** The value of the {@code provider} label. */
    String name() {
        return name;
    }

    void began() {
        active.increment();
    }

    void ended() {
        active.decrement();
    }

    /** A call counts, against a quota too; its provider is shown from now on. */
    void calledAt(boolean isLocal) {
        seen = true;
        quota.count();
        if (isLocal) {
            local = true;
        } else {
            cloud = true;
        }
    }

    /** The provider answered, and not that it is out of order. */
    void served() {
        outages.set(0);
        available = 1;
    }

    /** A call failed. */
    void failed(LlmErrorType error) {
        errors.incrementAndGet(error.ordinal());
        if (!error.isOutage()) {
            served();
        } else if (outages.incrementAndGet() >= owner.availabilityFailures()) {
            available = 0;
        }
    }

    /** What the head of a reply says of limits. */
    void limits(HttpHeaders headers) {
        double requests = RateLimits.requests(headers);
        double tokens = RateLimits.tokens(headers);
        Instant now = Instant.now();
        double reset = RateLimits.reset(headers, now);
        if (!Double.isNaN(requests)) {
            remainingRequests = requests;
        }
        if (!Double.isNaN(tokens)) {
            remainingTokens = tokens;
        }
        if (!Double.isNaN(reset)) {
            resetAtMillis = now.toEpochMilli() + (long) (reset * 1000);
        }
    }

    /** The model of this name; {@code null} or empty is {@code unknown}. */
    Use model(String reported) {
        String known =
                reported == null || reported.isBlank() ? "unknown" : ModelSpelling.withoutAccount(reported.trim());
        String cut = known.length() > MAX_NAME ? known.substring(0, MAX_NAME) : known;
        Use use = uses.get(cut);
        if (use != null) {
            return use;
        }
        Use made = owner.use(name, cut);
        if (uses.size() < MAX_NAMES) {
            Use raced = uses.putIfAbsent(cut, made);
            return raced != null ? raced : made;
        }
        return made;
    }

    boolean isSeen() {
        return seen;
    }

    boolean isLocal() {
        return local;
    }

    boolean isCloud() {
        return cloud;
    }

    long active() {
        return Math.max(0, active.sum());
    }

    long errors(LlmErrorType type) {
        return errors.get(type.ordinal());
    }

    long failures() {
        long failures = 0;
        for (int i = 0; i < ERRORS.length; i++) {
            failures += errors.get(i);
        }
        return failures;
    }

    /** 1 or 0, negative while nothing is known. */
    int available() {
        return available;
    }

    double remainingRequests() {
        return remainingRequests;
    }

    double remainingTokens() {
        return remainingTokens;
    }

    /** Of {@link System#currentTimeMillis}, 0 while nothing is known. */
    long resetAtMillis() {
        return resetAtMillis;
    }
}
