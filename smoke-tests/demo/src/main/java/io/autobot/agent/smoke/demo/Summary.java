package io.autobot.agent.smoke.demo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;

/** What two readings, one after the other, say about the service's Redis, its LLM, its tasks and workflows. */
final class Summary {
    private static final String OPERATIONS = "autobot_redis_operations_total";
    private static final String LATENCY = "autobot_redis_operation_latency_seconds";
    private static final String REQUESTS = "autobot_llm_requests_total";
    private static final String TOKENS = "autobot_llm_tokens_total";
    private static final String COST = "autobot_llm_cost_dollars_total";
    private static final String TASKS = "autobot_tasks_executed_total";
    private static final String WORKFLOWS = "autobot_workflow_executions_total";
    private static final String APPROVALS = "autobot_workflow_approvals_total";
    private static final int COMMANDS_SHOWN = 8;

    private final Reading before;
    private final Reading now;
    private final double seconds;

    Summary(Reading before, Reading now) {
        this.before = before;
        this.now = now;
        this.seconds = Math.max((now.nanos() - before.nanos()) / 1e9, 1e-3);
    }

    /** @param upSeconds how long the service has been watched */
    List<String> lines(long upSeconds) {
        List<String> lines = new ArrayList<>();
        double all = total(now);
        lines.add(format(
                "after %d s: %.0f commands/s, %.0f commands so far, %.0f errors, hit ratio %s",
                upSeconds, rate(OPERATIONS), all, failed(now), hitRatio()));
        now.values("database", OPERATIONS).stream()
                .sorted(Comparator.comparingDouble(
                        (String database) -> -now.scrape().sum(OPERATIONS, "database", database)))
                .forEach(database -> database(lines, database));
        llm(lines);
        tasks(lines);
        workflows(lines);
        lines.add("");
        return lines;
    }

    private void llm(List<String> lines) {
        Set<String> models = now.values("model", REQUESTS);
        if (models.isEmpty()) {
            return;
        }
        lines.add("");
        lines.add(format(
                "LLM: %.0f errors, %.0f under way, $%.4f so far",
                now.scrape().sum("autobot_llm_errors_total"),
                now.scrape().sum("autobot_llm_active_requests"),
                now.scrape().sum(COST)));
        lines.add(format(
                "  %-14s %6s %10s %10s %9s %10s %12s",
                "model", "calls", "tokens in", "out", "cost", "p95", "first token"));
        for (String model : models) {
            String[] labels = {"model", model};
            lines.add(format(
                    "  %-14s %6.0f %10.0f %10.0f %9s %10s %12s",
                    model,
                    now.scrape().sum(REQUESTS, labels),
                    now.scrape().sum(TOKENS, "model", model, "token_type", "input"),
                    now.scrape().sum(TOKENS, "model", model, "token_type", "output"),
                    format("$%.4f", now.scrape().sum(COST, labels)),
                    millis(Quantile.of(0.95, before, now, "autobot_llm_request_latency_seconds", labels)),
                    millis(Quantile.of(0.95, before, now, "autobot_llm_time_to_first_token_seconds", labels))));
        }
    }

    private void tasks(List<String> lines) {
        Set<String> tasks = now.values("task_type", TASKS);
        if (tasks.isEmpty()) {
            return;
        }
        lines.add("");
        lines.add(format(
                "tasks: %.0f running, %.0f waiting",
                now.scrape().sum("autobot_active_tasks"), now.scrape().sum("autobot_task_queue_size")));
        lines.add(format("  %-14s %10s %10s %8s %10s", "task", "per s", "so far", "failed", "p95"));
        for (String task : tasks) {
            String[] labels = {"task_type", task};
            lines.add(format(
                    "  %-14s %10.1f %10.0f %8.0f %10s",
                    task,
                    rate(TASKS, labels),
                    now.scrape().sum(TASKS, labels),
                    now.scrape().sum(TASKS, "task_type", task, "status", "failed"),
                    millis(Quantile.of(0.95, before, now, "autobot_task_duration_seconds", labels))));
        }
    }

    private void workflows(List<String> lines) {
        for (String workflow : now.values("workflow_type", WORKFLOWS)) {
            lines.add(format(
                    "workflow %s: %.0f done, %.0f cancelled, %.0f failed, %.0f steps, %.0f approved, %.0f rejected",
                    workflow,
                    now.scrape().sum(WORKFLOWS, "workflow_type", workflow, "status", "success"),
                    now.scrape().sum(WORKFLOWS, "workflow_type", workflow, "status", "cancelled"),
                    now.scrape().sum(WORKFLOWS, "workflow_type", workflow, "status", "failed"),
                    now.scrape().sum("autobot_workflow_steps_executed_total", "workflow_type", workflow),
                    now.scrape().sum(APPROVALS, "workflow_type", workflow, "decision", "approved"),
                    now.scrape().sum(APPROVALS, "workflow_type", workflow, "decision", "rejected")));
        }
    }

    private void database(List<String> lines, String database) {
        lines.add("");
        lines.add(format("database %s: %s", database, server(database)));
        lines.add("  " + pool(database));
        if (now.sum("autobot_redis_pubsub_messages_total", "database", database).orElse(0) > 0) {
            lines.add(format(
                    "  pub/sub: %.1f/s published, %.1f/s received",
                    rate("autobot_redis_pubsub_messages_total", "database", database, "direction", "published"),
                    rate("autobot_redis_pubsub_messages_total", "database", database, "direction", "received")));
        }
        lines.add(format("  %-10s %10s %10s %8s %10s", "command", "per s", "so far", "errors", "p95"));
        List<String> operations = now.values("operation", OPERATIONS, "database", database).stream()
                .sorted(Comparator.comparingDouble((String operation) -> -count(database, operation)))
                .toList();
        for (int i = 0; i < operations.size(); i++) {
            if (i < COMMANDS_SHOWN || errors(database, operations.get(i)) > 0) {
                lines.add(command(database, operations.get(i)));
            }
        }
    }

    private String command(String database, String operation) {
        return format(
                "  %-10s %10.1f %10.0f %8.0f %10s",
                operation,
                rate(OPERATIONS, "database", database, "operation", operation),
                count(database, operation),
                errors(database, operation),
                millis(Quantile.of(0.95, before, now, LATENCY, "database", database, "operation", operation)));
    }

    private String server(String database) {
        OptionalDouble memory = now.sum("autobot_redis_memory_used_bytes", "database", database);
        OptionalDouble keys = now.sum("autobot_redis_keys_total", "database", database);
        String used = memory.isPresent() ? format(", server uses %.1f MiB", memory.getAsDouble() / (1 << 20)) : "";
        return keys.isPresent() ? format("%.0f keys%s", keys.getAsDouble(), used) : "not asked yet" + used;
    }

    private String pool(String database) {
        OptionalDouble size = now.sum("autobot_redis_pool_size", "database", database);
        if (size.isEmpty()) {
            return "no pool";
        }
        String[] labels = {"database", database};
        return format(
                "pool: %.0f active, %.0f idle, %.0f waiting, at most %s; p95 wait %s",
                now.sum("autobot_redis_pool_connections", "database", database, "state", "active")
                        .orElse(0),
                now.sum("autobot_redis_pool_connections", "database", database, "state", "idle")
                        .orElse(0),
                now.sum("autobot_redis_pool_connections", "database", database, "state", "waiting")
                        .orElse(0),
                whole(now.sum("autobot_redis_pool_connections", "database", database, "state", "max")),
                millis(Quantile.of(0.95, before, now, "autobot_redis_pool_wait_seconds", labels)));
    }

    private String hitRatio() {
        double hits = now.scrape().sum(OPERATIONS, "status", "hit");
        double looked = hits + now.scrape().sum(OPERATIONS, "status", "miss");
        return looked == 0 ? "-" : format("%.1f %%", 100 * hits / looked);
    }

    private double rate(String name, String... labels) {
        return (now.scrape().sum(name, labels) - before.scrape().sum(name, labels)) / seconds;
    }

    private double count(String database, String operation) {
        return now.scrape().sum(OPERATIONS, "database", database, "operation", operation);
    }

    private double errors(String database, String operation) {
        return now.scrape().sum(OPERATIONS, "database", database, "operation", operation, "status", "error");
    }

    private static double total(Reading reading) {
        return reading.scrape().sum(OPERATIONS);
    }

    private static double failed(Reading reading) {
        return reading.scrape().sum(OPERATIONS, "status", "error");
    }

    private static String whole(OptionalDouble value) {
        return value.isPresent() ? format("%.0f", value.getAsDouble()) : "-";
    }

    private static String millis(OptionalDouble seconds) {
        return seconds.isPresent() ? format("%.2f ms", 1000 * seconds.getAsDouble()) : "-";
    }

    private static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
