package io.autobot.agent.redis;

import java.nio.charset.StandardCharsets;

/**
 * The closed vocabulary of Redis commands: every command of Redis 8 with its bundled modules, and those that earlier
 * versions knew, as small numbers to index arrays with. {@code commands.txt} beside this class is the list and says
 * which version it is of.
 *
 * <p>A name is the {@code operation} label of the metrics: lower case as the server spells it, {@code ft.search},
 * {@code client_no-evict}. A container has its sub-command in its name, joined by {@code _} where {@code COMMAND LIST}
 * and {@code INFO commandstats} write {@code |}: their {@code config|get} is {@code config_get} here, and modules' are no
 * exception ({@code ft.config_get}). A container that came with no sub-command, or with one that is not listed, keeps its
 * own name, {@code config}: the container is known, and what follows it may be anything. A server older than 7 reports
 * every sub-command under its container's name.
 *
 * <p>Ids hold for the life of the JVM only. Every method may be called from any thread, and none of those that take a
 * command allocates when it is given bytes.
 */
public final class RedisCommands {
    private static final CommandTable TABLE = CommandTable.read("commands.txt");

    /** What is not in the vocabulary; its name is {@code other}. */
    public static final int OTHER = CommandTable.NONE;

    /** {@code MULTI}. */
    public static final int MULTI = listed("multi");

    /** {@code EXEC}. */
    public static final int EXEC = listed("exec");

    /** {@code DISCARD}. */
    public static final int DISCARD = listed("discard");

    /** {@code WATCH}. */
    public static final int WATCH = listed("watch");

    /** {@code UNWATCH}. */
    public static final int UNWATCH = listed("unwatch");

    /** {@code AUTH}. */
    public static final int AUTH = listed("auth");

    /** {@code HELLO}. */
    public static final int HELLO = listed("hello");

    /** {@code SELECT}. */
    public static final int SELECT = listed("select");

    /** {@code PING}. */
    public static final int PING = listed("ping");

    /** {@code QUIT}. */
    public static final int QUIT = listed("quit");

    /** {@code RESET}. */
    public static final int RESET = listed("reset");

    /** {@code CLIENT}. */
    public static final int CLIENT = listed("client");

    /** {@code CLIENT REPLY}. */
    public static final int CLIENT_REPLY = listed("client", "reply");

    /** {@code CLIENT SETINFO}. */
    public static final int CLIENT_SETINFO = listed("client", "setinfo");

    /** {@code CLIENT SETNAME}. */
    public static final int CLIENT_SETNAME = listed("client", "setname");

    /** {@code ASKING}. */
    public static final int ASKING = listed("asking");

    /** {@code READONLY}. */
    public static final int READONLY = listed("readonly");

    /** {@code READWRITE}. */
    public static final int READWRITE = listed("readwrite");

    /** {@code CLUSTER}. */
    public static final int CLUSTER = listed("cluster");

    /** {@code COMMAND}. */
    public static final int COMMAND = listed("command");

    /** {@code SENTINEL}. */
    public static final int SENTINEL = listed("sentinel");

    /** {@code PUBLISH}. */
    public static final int PUBLISH = listed("publish");

    /** {@code SPUBLISH}. */
    public static final int SPUBLISH = listed("spublish");

    /** {@code SUBSCRIBE}. */
    public static final int SUBSCRIBE = listed("subscribe");

    /** {@code PSUBSCRIBE}. */
    public static final int PSUBSCRIBE = listed("psubscribe");

    /** {@code SSUBSCRIBE}. */
    public static final int SSUBSCRIBE = listed("ssubscribe");

    /** {@code UNSUBSCRIBE}. */
    public static final int UNSUBSCRIBE = listed("unsubscribe");

    /** {@code PUNSUBSCRIBE}. */
    public static final int PUNSUBSCRIBE = listed("punsubscribe");

    /** {@code SUNSUBSCRIBE}. */
    public static final int SUNSUBSCRIBE = listed("sunsubscribe");

    /** {@code MONITOR}. */
    public static final int MONITOR = listed("monitor");

    /** {@code EVAL}. */
    public static final int EVAL = listed("eval");

    /** {@code EVAL_RO}. */
    public static final int EVAL_RO = listed("eval_ro");

    /** {@code EVALSHA}. */
    public static final int EVALSHA = listed("evalsha");

    /** {@code EVALSHA_RO}. */
    public static final int EVALSHA_RO = listed("evalsha_ro");

    /** {@code FCALL}. */
    public static final int FCALL = listed("fcall");

    /** {@code FCALL_RO}. */
    public static final int FCALL_RO = listed("fcall_ro");

    /** {@code INFO}. */
    public static final int INFO = listed("info");

    private static final boolean[] LOOKUPS = lookups(
            "get",
            "getex",
            "getdel",
            "hget",
            "lindex",
            "lpop",
            "rpop",
            "spop",
            "srandmember",
            "zscore",
            "zrank",
            "zrevrank");

    private static final boolean[] SUBSCRIPTIONS = subscriptions();

    private RedisCommands() {}

    /** Returns how many ids there are, {@link #OTHER} included: they run from 0 to one less than this. */
    public static int count() {
        return TABLE.count();
    }

    /**
     * Returns the value of the {@code operation} label.
     *
     * @throws ArrayIndexOutOfBoundsException if this class never returned such an id
     */
    public static String name(int id) {
        return TABLE.label(id);
    }

    /**
     * Returns the id of a command or of a container without its sub-command, in any case; {@link #OTHER} if it is not
     * listed or null.
     */
    public static int id(String command) {
        return command == null ? OTHER : id(command.getBytes(StandardCharsets.US_ASCII));
    }

    /** As {@link #id(String)}, from the bytes that go to the server; allocates nothing. */
    public static int id(byte[] rawCommand) {
        return rawCommand == null ? OTHER : TABLE.find(CommandTable.NONE, rawCommand);
    }

    /** Says whether the first argument of this command names a sub-command. */
    public static boolean isContainer(int id) {
        return TABLE.isContainer(id);
    }

    /**
     * Returns the id of a container's sub-command, in any case; the container's own id if the sub-command is not
     * listed or null, or if {@code containerId} is no container. Allocates nothing.
     */
    public static int idOfSub(int containerId, byte[] subCommand) {
        if (subCommand == null || !TABLE.isContainer(containerId)) {
            return containerId;
        }
        int id = TABLE.find(containerId, subCommand);
        return id == OTHER ? containerId : id;
    }

    /**
     * Says whether the command looks up one value, so that its reply tells a hit from a miss. The set is part of the
     * metrics' contract and closed: GET, GETEX, GETDEL, HGET, LINDEX, LPOP, RPOP, SPOP, SRANDMEMBER, ZSCORE, ZRANK,
     * ZREVRANK.
     */
    public static boolean isLookup(int id) {
        return LOOKUPS[id];
    }

    /**
     * Says whether the command is counted when it is sent and never timed: MONITOR and the SUBSCRIBE family, whose
     * replies come whenever they come.
     */
    public static boolean isSubscription(int id) {
        return SUBSCRIPTIONS[id];
    }

    private static boolean[] subscriptions() {
        boolean[] subscriptions = new boolean[TABLE.count()];
        for (int id : new int[] {MONITOR, SUBSCRIBE, PSUBSCRIBE, SSUBSCRIBE, UNSUBSCRIBE, PUNSUBSCRIBE, SUNSUBSCRIBE}) {
            subscriptions[id] = true;
        }
        return subscriptions;
    }

    private static boolean[] lookups(String... commands) {
        boolean[] lookups = new boolean[TABLE.count()];
        for (String command : commands) {
            lookups[listed(command)] = true;
        }
        return lookups;
    }

    private static int listed(String command) {
        int id = id(command);
        if (id == OTHER) {
            throw new IllegalStateException("commands.txt lacks " + command);
        }
        return id;
    }

    private static int listed(String container, String subCommand) {
        int containerId = listed(container);
        int id = idOfSub(containerId, subCommand.getBytes(StandardCharsets.US_ASCII));
        if (id == containerId) {
            throw new IllegalStateException("commands.txt lacks " + container + " " + subCommand);
        }
        return id;
    }
}
