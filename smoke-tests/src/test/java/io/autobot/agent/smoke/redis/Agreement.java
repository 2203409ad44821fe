package io.autobot.agent.smoke.redis;

import io.autobot.agent.testkit.redis.CommandStats;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.assertj.core.api.SoftAssertions;

/**
 * Compares the agent's counts of one run with those of three others.
 *
 * @param version of the library, for what is said about differences
 * @param aliases of the databases
 * @param sentTwiceAtTimes what the library now and then sends twice, with the agent and without
 */
record Agreement(String version, Aliases aliases, Set<String> sentTwiceAtTimes, SoftAssertions softly) {
    /** What a client sends of its own: only of these may the server have seen more than the application asked for. */
    private static final Set<String> OF_CLIENTS = Set.of(
            "auth",
            "client_setinfo",
            "client_setname",
            "client",
            "discard",
            "hello",
            "info",
            "ping",
            "quit",
            "select",
            "unwatch");

    /** What the agent's own connection to a server adds to that. */
    private static final Set<String> OF_THE_AGENT =
            Set.of("auth", "client_setinfo", "client_setname", "client", "hello", "info", "ping", "quit", "select");

    /** A program repeats this until it sees what it waits for. */
    private static final String WAITING = "client_list";

    /** To the last count, by database, operation and outcome. */
    void withApplication(RedisCounts counts, Ledger ledger) {
        Map<String, Long> operations = aliases.named(ledger.of("op"), 0);
        softly.assertThat(counts.of("autobot_redis_operations_total", "database", "operation", "status"))
                .as(version + ": operations")
                .isEqualTo(operations);
        softly.assertThat(counts.of("autobot_redis_requests_total", "database", "operation", "status"))
                .as(version + ": requests")
                .isEqualTo(requests(operations));
        Map<String, Long> timed = aliases.named(ledger.of("timed"), 0);
        softly.assertThat(counts.of("autobot_redis_operation_latency_seconds_count", "database", "operation"))
                .as(version + ": latency")
                .isEqualTo(timed);
        softly.assertThat(counts.of("autobot_operation_duration_seconds_count", "database", "operation_type"))
                .as(version + ": durations")
                .isEqualTo(Aliases.renamed(timed, words -> words.replace(" ", " redis_")));
        softly.assertThat(counts.of("autobot_timeout_total", "operation_type", "database", "status"))
                .as(version + ": timeouts")
                .isEqualTo(aliases.named(ledger.of("timeout"), 1));
        softly.assertThat(counts.of("autobot_redis_pubsub_messages_total", "database", "direction"))
                .as(version + ": messages")
                .isEqualTo(aliases.named(ledger.of("pubsub"), 0));
        Map<String, Long> borrowed = aliases.named(ledger.of("borrow"), 0);
        softly.assertThat(counts.of("autobot_redis_pool_wait_seconds_count", "database"))
                .as(version + ": borrows")
                .containsAllEntriesOf(borrowed);
    }

    /** Agent = calls and refusals of the server - called by scripts + never seen by the server. */
    void withServer(RedisCounts counts, Ledger ledger, CommandStats server) {
        boolean subCommands = server.byName().keySet().stream().anyMatch(name -> name.startsWith("config_"));
        UnaryOperator<Map<String, Long>> fold = subCommands ? counted -> counted : Ledger::folded;
        Map<String, Long> agent = fold.apply(counts.operations());
        Map<String, Long> asked = fold.apply(ledger.operations());
        Map<String, Long> scripts = ledger.of("script");
        Map<String, Long> unseen = ledger.of("unseen");
        Map<String, Long> maybe = ledger.of("maybe");
        Map<String, Long> twice = ledger.of("twice");
        Set<String> operations = new TreeSet<>(agent.keySet());
        operations.addAll(server.byName().keySet());
        softly.assertThat(agent.size()).as(version + ": kinds of commands").isGreaterThan(80);
        for (String operation : operations) {
            long counted = agent.getOrDefault(operation, 0L);
            long most = server.attempts(operation)
                    - scripts.getOrDefault(operation, 0L)
                    + unseen.getOrDefault(operation, 0L)
                    + maybe.getOrDefault(operation, 0L);
            long least = most - maybe.getOrDefault(operation, 0L) - twice.getOrDefault(operation, 0L);
            String what = version + ": " + operation + " as the server counted it";
            if (OF_CLIENTS.contains(operation) || sentTwiceAtTimes.contains(operation)) {
                softly.assertThat(counted).as(what).isEqualTo(asked.getOrDefault(operation, 0L));
                softly.assertThat(counted).as(what).isLessThanOrEqualTo(most);
            } else {
                softly.assertThat(counted).as(what).isBetween(least, most);
            }
        }
    }

    /** The client sends with the agent what it sends without. */
    void withoutAgent(CommandStats server, CommandStats without) {
        Set<String> operations = new TreeSet<>(server.byName().keySet());
        operations.addAll(without.byName().keySet());
        operations.remove(WAITING);
        operations.removeAll(sentTwiceAtTimes);
        long own = server.attempts("info");
        softly.assertThat(without.calls("info")).isZero();
        softly.assertThat(own).as(version + ": samples").isPositive();
        for (String operation : operations) {
            long more = server.attempts(operation) - without.attempts(operation);
            if (OF_THE_AGENT.contains(operation)) {
                softly.assertThat(more)
                        .as(version + ": " + operation + " sent by the agent")
                        .isBetween(0L, 3 * own);
            } else {
                softly.assertThat(more)
                        .as(version + ": " + operation + " more than without the agent")
                        .isZero();
            }
        }
    }

    private static Map<String, Long> requests(Map<String, Long> operations) {
        return Aliases.renamed(
                operations,
                entry -> entry.replaceAll(" (hit|miss)$", " success").replaceAll(" error$", " failed"));
    }
}
