package io.autobot.agent.redis;

import io.autobot.agent.metrics.Buckets;
import io.autobot.agent.metrics.FamilyDescription;
import java.util.List;

/** The families of Redis: names, labels and what their numbers mean. */
public final class RedisFamilies {
    private static final String CATEGORY = "redis";
    private static final String[] WINDOWS = {"1m", "5m", "15m"};

    /** Every command. */
    public static final FamilyDescription OPERATIONS = FamilyDescription.counter(
                    CATEGORY, "autobot_redis_operations_total")
            .open("database", "operation")
            .closed("status", "success", "hit", "miss", "error")
            .documented()
            .help("Commands the application attempted. Look-ups count as hit or miss by their reply, other commands as"
                    + " success; error is an error reply, an I/O failure or a timeout.");

    /** Time of a command. */
    public static final FamilyDescription LATENCY = FamilyDescription.histogram(
                    CATEGORY, "autobot_redis_operation_latency_seconds", Buckets.REDIS)
            .open("database", "operation")
            .unit("seconds")
            .documented()
            .help("Time from the command handed to the client's buffer until its reply was read, errors and timeouts"
                    + " included; in a pipeline this includes the wait for the flush. Subscriptions, MONITOR and"
                    + " commands without a reply are counted but not timed.");

    /** Connections in use. */
    public static final FamilyDescription CONNECTIONS_ACTIVE = FamilyDescription.gauge(
                    CATEGORY, "autobot_redis_connections_active")
            .open("database")
            .documented()
            .help("Connections in use: borrowed from a pool, or open where there is no pool.");

    /** Connections a pool holds. */
    public static final FamilyDescription POOL_SIZE = FamilyDescription.gauge(CATEGORY, "autobot_redis_pool_size")
            .open("database")
            .documented()
            .help("Connections the pools hold now, active and idle.");

    /** Connections ready. */
    public static final FamilyDescription POOL_AVAILABLE = FamilyDescription.gauge(
                    CATEGORY, "autobot_redis_pool_available")
            .open("database")
            .documented()
            .help("Idle connections, ready to be handed out.");

    /** Server memory. */
    public static final FamilyDescription MEMORY_USED = FamilyDescription.gauge(
                    CATEGORY, "autobot_redis_memory_used_bytes")
            .open("database")
            .unit("bytes")
            .documented()
            .help("Memory the servers use (used_memory), sampled in the background; each server counts once, under its"
                    + " lowest database in use.");

    /** Server keys; a gauge in spite of its name. */
    public static final FamilyDescription KEYS = FamilyDescription.gauge(CATEGORY, "autobot_redis_keys_total")
            .open("database")
            .documented()
            .help("Keys of the database, sampled in the background and summed over masters.");

    /** Messages. */
    public static final FamilyDescription PUBSUB_MESSAGES = FamilyDescription.counter(
                    CATEGORY, "autobot_redis_pubsub_messages_total")
            .open("database")
            .closed("direction", "published", "received")
            .documented()
            .help("Messages published and received.");

    /** Commands by outcome. */
    public static final FamilyDescription REQUESTS = FamilyDescription.counter(CATEGORY, "autobot_redis_requests_total")
            .open("database", "operation")
            .closed("status", "success", "failed")
            .documented()
            .viewOf(OPERATIONS)
            .help("Commands by outcome; success includes hit and miss.");

    /** Share of commands that did not fail. */
    public static final FamilyDescription SUCCESS_RATE = FamilyDescription.gauge(CATEGORY, "autobot_redis_success_rate")
            .open("database")
            .closed("time_window", WINDOWS)
            .unit("percent")
            .documented()
            .viewOf(OPERATIONS)
            .help("Percent of the commands in the window that did not fail; absent without commands.");

    /** Connections by state. */
    public static final FamilyDescription POOL_CONNECTIONS = FamilyDescription.gauge(
                    CATEGORY, "autobot_redis_pool_connections")
            .open("database")
            .closed("state", "active", "idle", "waiting", "max")
            .documented()
            .help("Connections of the pools by state, and threads that wait for one; max is absent while a pool has no"
                    + " limit.");

    /** How full the pools are. */
    public static final FamilyDescription POOL_SATURATION = FamilyDescription.gauge(
                    CATEGORY, "autobot_redis_pool_saturation_ratio")
            .open("database")
            .unit("ratio")
            .documented()
            .help("Active connections over the pools' limit, 0 to 1; absent while a pool has no limit.");

    /** Time of an operation, across kinds of operations. */
    public static final FamilyDescription OPERATION_DURATION = FamilyDescription.histogram(
                    CATEGORY, "autobot_operation_duration_seconds", Buckets.REDIS)
            .open("operation_type", "database")
            .unit("seconds")
            .documented()
            .viewOf(LATENCY)
            .help("Time of an operation; operation_type is redis_ and the command.");

    /** Timeouts. */
    public static final FamilyDescription TIMEOUTS = FamilyDescription.counter(CATEGORY, "autobot_timeout_total")
            .open("operation_type", "database")
            .closed("status", "timeout", "connect_timeout", "pool_timeout")
            .documented()
            .help("Operations that ran out of time: waiting for a reply, for a connection to open, or for one from the"
                    + " pool.");

    /** Share of commands that timed out. */
    public static final FamilyDescription TIMEOUT_RATE = FamilyDescription.gauge(CATEGORY, "autobot_timeout_rate")
            .open("operation_type", "database")
            .closed("time_window", WINDOWS)
            .unit("percent")
            .documented()
            .viewOf(TIMEOUTS)
            .help("Percent of the operations in the window that got no reply in time; absent without operations.");

    /** Time to borrow. */
    public static final FamilyDescription POOL_WAIT = FamilyDescription.histogram(
                    CATEGORY, "autobot_redis_pool_wait_seconds", Buckets.REDIS)
            .open("database")
            .unit("seconds")
            .help("Time to get a connection from the pool.");

    /** The servers. */
    public static final FamilyDescription SERVER_INFO = FamilyDescription.gauge(CATEGORY, "autobot_redis_server_info")
            .open("database", "version")
            .closed("mode", "standalone", "sentinel", "cluster", "unknown")
            .help("Version and mode of the servers behind a database; always 1.");

    /** All of them. */
    public static final List<FamilyDescription> ALL = List.of(
            OPERATIONS,
            LATENCY,
            CONNECTIONS_ACTIVE,
            POOL_SIZE,
            POOL_AVAILABLE,
            MEMORY_USED,
            KEYS,
            PUBSUB_MESSAGES,
            REQUESTS,
            SUCCESS_RATE,
            POOL_CONNECTIONS,
            POOL_SATURATION,
            OPERATION_DURATION,
            TIMEOUTS,
            TIMEOUT_RATE,
            POOL_WAIT,
            SERVER_INFO);

    private RedisFamilies() {}
}
