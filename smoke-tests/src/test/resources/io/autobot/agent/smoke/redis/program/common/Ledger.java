package program;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import java.net.SocketTimeoutException;
import java.util.Set;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisException;

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
        } catch (JedisDataException errorReply) {
            done(db, operation, "error");
            return null;
        } catch (RuntimeException unexpected) {
            throw unexpected;
        } catch (Exception unexpected) {
            throw new IllegalStateException(unexpected);
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
        } catch (JedisException failure) {
            if (failure instanceof JedisDataException) {
                throw failure;
            }
            done(db, operation, "error");
            if (isTimeout(failure)) {
                add("timeout redis_" + operation + " " + db + " timeout", 1);
                // The server may come to it once it goes on, or find the connection closed.
                add("maybe " + operation, 1);
            } else {
                add("unseen " + operation, 1);
            }
            return;
        } catch (Exception unexpected) {
            throw new IllegalStateException(unexpected);
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

    static boolean isTimeout(Throwable failure) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (at instanceof SocketTimeoutException) {
                return true;
            }
        }
        return false;
    }
}
