package io.autobot.agent.endpoint;

import io.autobot.agent.log.AgentLog;
import io.autobot.agent.status.InstrumentationStatus;
import io.autobot.agent.status.RuleStatus;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * The health of the collection as JSON: 200 when every source below answers, else 503 with the reason. The sources
 * are asked at each request, on a thread of the endpoint.
 */
public final class HealthReport {
    private static final String JSON = "application/json; charset=utf-8";

    private final String version;
    private final Instant started;
    private final Clock clock;
    private final Sources sources;

    /** What the report is made of; asked at each request. */
    public interface Sources {
        /** What each category exposes; throws when collection does not work. */
        List<Category> categories();

        /** The state of each instrumentation. */
        List<InstrumentationStatus> instrumentations();

        /** The newest day on which a built-in price of an LLM was looked up. */
        String pricesAsOf();

        /** What became of the rules of the configuration. */
        default List<RuleStatus> rules() {
            return List.of();
        }

        /** Sentences for people, for example keys of the configuration nobody knows. */
        List<String> warnings();
    }

    /**
     * One group of families.
     *
     * @param name the category as in the metrics contract, for example {@code redis}
     * @param enabled whether configuration has it on
     * @param families the families it exposes now
     * @param series how many series those have
     * @param lastUpdate when an event last moved one, {@code null} if none did
     */
    public record Category(String name, boolean enabled, List<String> families, long series, Instant lastUpdate) {}

    /**
     * @param version the agent's
     * @param started when the JVM, or the agent if attached later, started
     */
    public HealthReport(String version, Instant started, Clock clock, Sources sources) {
        this.version = version;
        this.started = started;
        this.clock = clock;
        this.sources = sources;
    }

    String version() {
        return version;
    }

    List<InstrumentationStatus> instrumentations() {
        return sources.instrumentations();
    }

    Response response() {
        try {
            return Response.of(200, JSON, healthy());
        } catch (Throwable failure) {
            AgentLog.warnOnce(
                    "health", "the health report cannot be made, collection fails: " + AgentLog.brief(failure));
            return Response.of(503, JSON, unhealthy(failure));
        }
    }

    private String healthy() {
        Json json = start("healthy");
        json.name("prices_as_of").value(sources.pricesAsOf());
        json.name("categories").open('{');
        for (Category category : sources.categories()) {
            json.name(category.name()).open('{');
            json.name("enabled").value(category.enabled());
            strings(json.name("families"), category.families());
            json.name("series").value(category.series());
            Instant update = category.lastUpdate();
            json.name("last_update")
                    .value(
                            update == null
                                    ? null
                                    : update.truncatedTo(ChronoUnit.SECONDS).toString());
            json.close('}');
        }
        json.close('}').name("instrumentations").open('[');
        for (InstrumentationStatus status : sources.instrumentations()) {
            json.open('{').name("name").value(status.name());
            json.name("state").value(status.state().id());
            json.name("library_version").value(status.libraryVersion());
            json.name("reason").value(status.reason().id());
            json.name("message").value(status.message()).close('}');
        }
        json.close(']').name("rules").open('[');
        for (RuleStatus rule : sources.rules()) {
            json.open('{').name("name").value(rule.name());
            json.name("kind").value(rule.kind());
            json.name("state").value(rule.state().id());
            json.name("message").value(rule.message()).close('}');
        }
        json.close(']');
        strings(json.name("warnings"), sources.warnings());
        return json.close('}').toString();
    }

    private String unhealthy(Throwable failure) {
        String what = failure.getClass().getName();
        return start("unhealthy")
                .name("reason")
                .value("collection failed with " + what)
                .close('}')
                .toString();
    }

    private Json start(String status) {
        long uptime = Math.max(0, Duration.between(started, clock.instant()).toSeconds());
        return new Json()
                .open('{')
                .name("status")
                .value(status)
                .name("version")
                .value(version)
                .name("uptime_seconds")
                .value(uptime);
    }

    private static void strings(Json json, List<String> values) {
        json.open('[');
        for (String value : values) {
            json.value(value);
        }
        json.close(']');
    }
}
