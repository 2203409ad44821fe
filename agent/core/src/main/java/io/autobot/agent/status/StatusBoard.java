package io.autobot.agent.status;

import io.autobot.agent.log.AgentLog;
import io.autobot.agent.status.InstrumentationStatus.Reason;
import io.autobot.agent.status.InstrumentationStatus.State;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

/**
 * Where the agent writes down what works and what does not: the state of each instrumentation, failures of our own,
 * warnings for the health report. Any thread; nothing here is on a hot path.
 */
public final class StatusBoard {
    /** The version of a library that does not say. */
    public static final String UNKNOWN_VERSION = "unknown";

    private static final int MAX_WARNINGS = 100;

    /** Places in which a library's version is looked for. */
    private static final int MAX_VERSIONS = 8;

    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final Map<String, LongAdder> errors = new ConcurrentHashMap<>();
    private final List<String> warnings = new ArrayList<>();

    /** Adds an instrumentation in the state it has before its library is seen. */
    public synchronized void add(String name, Group group, boolean enabled) {
        entries.put(name, new Entry(name, group, enabled ? State.IDLE : State.DISABLED));
    }

    /**
     * A class was woven for the instrumentation.
     *
     * @param version of the library, as far as the jar of that class tells: it may be one that the library shares with
     *     others, and the version is then that of the next class
     */
    public void active(String name, Supplier<String> version) {
        change(name, State.ACTIVE, Reason.NONE, "", version);
    }

    /** The library is there, but the hooks do not fit it. Said once: the first finding stands. */
    public void incompatible(String name, Reason reason, String message, Supplier<String> version) {
        change(name, State.INCOMPATIBLE, reason, message, version);
    }

    /** Weaving or linking went wrong: counted, and said once for each place. */
    public void failed(String name, Reason reason, String place, Throwable thrown) {
        String message = place + ": " + AgentLog.brief(thrown);
        change(name, State.FAILED, reason, message, null);
        error(name, place, thrown);
    }

    /** A failure of ours that the application did not notice: counted, and said once for each place. */
    public void error(String name, String place, Throwable thrown) {
        errors.computeIfAbsent(name, key -> new LongAdder()).increment();
        AgentLog.warnOnce(
                name + place + thrown.getClass().getName(),
                name + ": " + place + " failed, the service is not affected, later failures are only counted: "
                        + AgentLog.brief(thrown));
    }

    /** A sentence for the health report, printed too. */
    public void warn(String message) {
        synchronized (this) {
            if (warnings.contains(message) || warnings.size() >= MAX_WARNINGS) {
                return;
            }
            warnings.add(message);
        }
        AgentLog.warn(message);
    }

    /** A sentence for the health report only. */
    public synchronized void note(String message) {
        if (!warnings.contains(message) && warnings.size() < MAX_WARNINGS) {
            warnings.add(message);
        }
    }

    /** The state of every instrumentation, in the order of the list. */
    public synchronized List<InstrumentationStatus> instrumentations() {
        List<InstrumentationStatus> statuses = new ArrayList<>(entries.size());
        for (Entry entry : entries.values()) {
            statuses.add(entry.status());
        }
        return statuses;
    }

    /** Failures so far by instrumentation; an active instrumentation is there from its first class on. */
    public Map<String, Long> errors() {
        Map<String, Long> totals = new LinkedHashMap<>();
        errors.forEach((name, count) -> totals.put(name, count.sum()));
        return totals;
    }

    public synchronized Collection<String> warnings() {
        return List.copyOf(warnings);
    }

    private void change(String name, State state, Reason reason, String message, Supplier<String> version) {
        errors.computeIfAbsent(name, key -> new LongAdder());
        synchronized (this) {
            Entry entry = entries.get(name);
            if (entry == null || entry.state.ordinal() > state.ordinal()) {
                return;
            }
            boolean changed = entry.state != state;
            if (!changed && state == State.INCOMPATIBLE) {
                // The first finding is what was said; others follow from it.
                return;
            }
            if (version != null) {
                entry.found(version, state == State.INCOMPATIBLE);
            }
            entry.state = state;
            entry.reason = reason;
            entry.message = message;
            if (!changed || state != State.INCOMPATIBLE) {
                return;
            }
        }
        warn(name + " " + message);
    }

    private static final class Entry {
        private final String name;
        private final Group group;
        private State state;
        private Reason reason;
        private String message = "";
        /** Read only when somebody asks: finding a version opens the library's jar. */
        private final Set<Supplier<String>> versions = new LinkedHashSet<>();

        Entry(String name, Group group, State state) {
            this.name = name;
            this.group = group;
            this.state = state;
            this.reason = state == State.DISABLED ? Reason.DISABLED : Reason.NOT_SEEN;
        }

        void found(Supplier<String> version, boolean thisOneMatters) {
            if (thisOneMatters) {
                versions.clear();
            }
            if (versions.size() < MAX_VERSIONS) {
                versions.add(version);
            }
        }

        private String version() {
            String version = "none";
            for (Supplier<String> found : versions) {
                version = found.get();
                if (!version.equals(UNKNOWN_VERSION)) {
                    return version;
                }
            }
            return version;
        }

        InstrumentationStatus status() {
            return new InstrumentationStatus(name, group, state, version(), reason, message);
        }
    }
}
