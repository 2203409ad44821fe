package io.autobot.agent.testkit.redis;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a server counted for each command: {@code INFO commandstats}. A sub-command, which servers from 7.0 count apart
 * as {@code config|get}, is named {@code config_get} here; {@link #folded} sums them up as older servers do. Immutable.
 */
public final class CommandStats {
    private static final Pattern LINE = Pattern.compile("(?m)^cmdstat_([^:\r\n]+):([^\r\n]*)");

    /** By the server's own names, with {@code |} before a sub-command. */
    private final TreeMap<String, Counts> counts;

    /**
     * Counts of one command.
     *
     * @param calls executions, failed ones among them
     * @param rejected refused before execution (wrong number of arguments, no permission, out of memory); 0 before 6.2
     * @param failed executions that answered with an error; 0 before 6.2
     */
    public record Counts(long calls, long rejected, long failed) {
        static final Counts NONE = new Counts(0, 0, 0);

        /** Everything clients sent: executed or refused. */
        public long attempts() {
            return calls + rejected;
        }

        Counts plus(Counts other, int sign) {
            return new Counts(
                    calls + sign * other.calls, rejected + sign * other.rejected, failed + sign * other.failed);
        }

        boolean isNone() {
            return calls == 0 && rejected == 0 && failed == 0;
        }
    }

    private CommandStats(TreeMap<String, Counts> counts) {
        this.counts = counts;
    }

    /** Parses the text of {@code INFO commandstats}. */
    public static CommandStats parse(String info) {
        TreeMap<String, Counts> counts = new TreeMap<>();
        Matcher line = LINE.matcher(info);
        while (line.find()) {
            Map<String, String> fields = new LinkedHashMap<>();
            for (String field : line.group(2).split(",")) {
                String[] pair = field.split("=", 2);
                fields.put(pair[0], pair.length == 2 ? pair[1] : "");
            }
            counts.put(
                    line.group(1),
                    new Counts(
                            Long.parseLong(fields.get("calls")),
                            Long.parseLong(fields.getOrDefault("rejected_calls", "0")),
                            Long.parseLong(fields.getOrDefault("failed_calls", "0"))));
        }
        return new CommandStats(counts);
    }

    /** Nothing counted. */
    public static CommandStats none() {
        return new CommandStats(new TreeMap<>());
    }

    /** What was counted since an earlier reading of the same server; commands without a change are left out. */
    public CommandStats minus(CommandStats earlier) {
        return combine(earlier, -1);
    }

    /** The sum over two servers. */
    public CommandStats plus(CommandStats other) {
        return combine(other, 1);
    }

    /** Sub-commands summed under their command: {@code config_get} and {@code config_set} become {@code config}. */
    public CommandStats folded() {
        TreeMap<String, Counts> sums = new TreeMap<>();
        counts.forEach((name, some) -> sums.merge(name.split("\\|")[0], some, (a, b) -> a.plus(b, 1)));
        return new CommandStats(sums);
    }

    /** Counts of a command, in lower case, such as {@code get} or {@code config_get}. */
    public Counts of(String command) {
        return byName().getOrDefault(command, Counts.NONE);
    }

    /** Executions of a command. */
    public long calls(String command) {
        return of(command).calls();
    }

    /** Executions and refusals of a command. */
    public long attempts(String command) {
        return of(command).attempts();
    }

    /** All commands by name, sorted. */
    public Map<String, Counts> byName() {
        Map<String, Counts> named = new TreeMap<>();
        counts.forEach((name, some) -> named.merge(name.replace('|', '_'), some, (a, b) -> a.plus(b, 1)));
        return named;
    }

    /**
     * Takes away calls that a test did itself.
     *
     * @param command the server's name, with {@code |} before a sub-command; without it where the server has none
     */
    CommandStats less(String command, long calls) {
        String name = counts.containsKey(command) ? command : command.split("\\|")[0];
        TreeMap<String, Counts> own = new TreeMap<>();
        if (counts.containsKey(name)) {
            own.put(name, new Counts(calls, 0, 0));
        }
        return combine(new CommandStats(own), -1);
    }

    @Override
    public String toString() {
        return byName().toString();
    }

    private CommandStats combine(CommandStats other, int sign) {
        TreeMap<String, Counts> result = new TreeMap<>(counts);
        other.counts.forEach((name, some) ->
                result.put(name, result.getOrDefault(name, Counts.NONE).plus(some, sign)));
        result.values().removeIf(Counts::isNone);
        return new CommandStats(result);
    }
}
