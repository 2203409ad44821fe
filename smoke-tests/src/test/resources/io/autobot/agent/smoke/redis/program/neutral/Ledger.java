package program;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;

/** What the program itself knows about the commands it gave: by what each call returned or threw. */
public final class Ledger {
    private static final Set<String> LOOKUPS = Set.of("get", "getex", "getdel", "hget", "lindex", "lpop", "rpop",
            "spop", "srandmember", "zscore", "zrank", "zrevrank");

    private final TreeMap<String, AtomicLong> entries = new TreeMap<>();

    public synchronized void add(String entry, long count) {
        entries.computeIfAbsent(entry, key -> new AtomicLong()).addAndGet(count);
    }

    public synchronized List<String> lines() {
        List<String> lines = new ArrayList<>();
        entries.forEach((entry, count) -> lines.add(entry + " " + count));
        return lines;
    }

    /** A command whose outcome is its return value or its error reply; anything else ends the program. */
    public <T> T call(int db, String operation, Callable<T> command) {
        try {
            T result = command.call();
            boolean lookup = LOOKUPS.contains(operation);
            done(db, operation, !lookup ? "success" : result == null ? "miss" : "hit");
            return result;
        } catch (Exception thrown) {
            if (!Outcomes.isErrorReply(thrown)) {
                throw unchecked(thrown);
            }
            done(db, operation, "error");
            return null;
        }
    }

    public void done(int db, String operation, String status) {
        done(db, operation, status, 1);
    }

    public void done(int db, String operation, String status, long count) {
        add("op " + db + " " + operation + " " + status, count);
        add("timed " + db + " " + operation, count);
    }

    /** A command that is counted and has no duration. */
    public void untimed(int db, String operation) {
        add("op " + db + " " + operation + " success", 1);
    }

    /** A command that must fail with a broken, refused or timed out connection. */
    public void fails(int db, String operation, Callable<?> command) {
        try {
            command.call();
        } catch (Exception failure) {
            if (!Outcomes.isWithoutReply(failure)) {
                throw unchecked(failure);
            }
            done(db, operation, "error");
            if (Outcomes.isTimeout(failure)) {
                add("timeout redis_" + operation + " " + db + " timeout", 1);
                // The server may come to it once it goes on, or find the connection closed.
                add("maybe " + operation, 1);
            } else {
                add("unseen " + operation, 1);
            }
            return;
        }
        throw new IllegalStateException(operation + " should have failed");
    }

    /** Commands that a script calls inside the server. */
    public void script(String operation, long count) {
        add("script " + operation, count);
    }

    /** Commands that were accepted and never executed. */
    public void unseen(String operation, long count) {
        add("unseen " + operation, count);
    }

    private static RuntimeException unchecked(Exception thrown) {
        return thrown instanceof RuntimeException ? (RuntimeException) thrown : new IllegalStateException(thrown);
    }
}
