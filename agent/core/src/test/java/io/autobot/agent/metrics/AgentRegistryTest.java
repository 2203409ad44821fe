package io.autobot.agent.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.autobot.agent.status.Group;
import io.autobot.agent.status.InstrumentationStatus;
import io.autobot.agent.status.InstrumentationStatus.Reason;
import io.autobot.agent.status.InstrumentationStatus.State;
import io.prometheus.metrics.model.registry.MetricNameFilter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class AgentRegistryTest {
    private final SeriesGuard guard = new SeriesGuard(1_000);
    private final List<String> errors = new ArrayList<>();
    private Instant now = Instant.EPOCH;
    private long startup = 30_000_000;
    private final AgentMetrics agent = new AgentMetrics(
            new AgentMetrics.Build("1.2.3", "abc", ""),
            new AgentMetrics.Sources(
                    () -> List.of(
                            new InstrumentationStatus("jedis", Group.REDIS, State.ACTIVE, "8.0.2", Reason.NONE, ""),
                            new InstrumentationStatus("lettuce", Group.REDIS, State.IDLE, "none", Reason.NOT_SEEN, "")),
                    () -> Map.of("dispatcher", 2L),
                    () -> 1_500_000_000L,
                    () -> startup),
            guard);
    private final AgentRegistry registry = registry(agent);

    private AgentRegistry registry(MetricsDomain... domains) {
        return new AgentRegistry(
                List.of(domains), () -> now, (where, failure) -> errors.add(where + ": " + failure.getMessage()));
    }

    /** One gauge whose documented name ends like a counter's. */
    private static final class Shelf implements MetricsDomain {
        private static final FamilyDescription KEYS = FamilyDescription.gauge("shelf", "autobot_shelf_keys_total")
                .open("name")
                .help("For the test.");
        private long updates;
        private RuntimeException failure;
        private int collected;

        @Override
        public List<FamilyDescription> families() {
            return List.of(KEYS);
        }

        @Override
        public List<MetricSnapshot> collect(Predicate<String> wanted) {
            collected++;
            if (failure != null) {
                throw failure;
            }
            List<MetricSnapshot> result = new ArrayList<>();
            new Rows(KEYS).add(3, "a \"quoted\" one").add(4, "b").into(result);
            return result;
        }

        @Override
        public long activity() {
            return updates;
        }
    }

    @Test
    void agentFamiliesAreShownInBothFormats() {
        for (Exposition page : List.of(Exposition.text(registry), Exposition.openMetrics(registry))) {
            assertThat(page.samples())
                    .contains(
                            entry("autobot_build_info{built_at=\"unknown\",commit=\"abc\",version=\"1.2.3\"}", 1.0),
                            entry("autobot_agent_errors_total{instrumentation=\"jedis\"}", 0.0),
                            entry("autobot_agent_errors_total{instrumentation=\"dispatcher\"}", 2.0),
                            entry("autobot_agent_transform_seconds_total", 1.5),
                            entry("autobot_agent_startup_seconds", 0.03),
                            entry(
                                    "autobot_agent_instrumentation_info{library_version=\"8.0.2\",name=\"jedis\","
                                            + "reason=\"none\",state=\"active\"}",
                                    1.0),
                            entry(
                                    "autobot_agent_instrumentation_info{library_version=\"none\",name=\"lettuce\","
                                            + "reason=\"not_seen\",state=\"idle\"}",
                                    1.0));
            assertThat(page.samples()).doesNotContainKey("autobot_agent_errors_total{instrumentation=\"lettuce\"}");
            assertThat(page.types())
                    .contains(
                            entry("autobot_build_info", "gauge"), entry("autobot_agent_instrumentation_info", "gauge"));
        }
        assertThat(Exposition.text(registry).types()).containsEntry("autobot_agent_transform_seconds_total", "counter");
    }

    @Test
    void startupTimeIsAbsentUntilKnown() {
        startup = -1;

        assertThat(Exposition.text(registry).samples()).doesNotContainKey("autobot_agent_startup_seconds");
    }

    @Test
    void seriesAreCountedPerFamilyInTheSameScrape() {
        Exposition page = Exposition.text(registry(agent, new Shelf()));

        assertThat(page.value("autobot_agent_series{metric=\"autobot_shelf_keys_total\"}"))
                .isEqualTo(2);
        assertThat(page.value("autobot_agent_series{metric=\"autobot_agent_errors_total\"}"))
                .isEqualTo(2);
        assertThat(page.startingWith("autobot_agent_series{metric=\"autobot_agent_series\"}"))
                .isEmpty();
    }

    @Test
    void gaugeMayEndInTotal() {
        AgentRegistry shelf = registry(new Shelf());

        assertThat(Exposition.text(shelf).types()).containsEntry("autobot_shelf_keys_total", "gauge");
        assertThat(Exposition.openMetrics(shelf).types()).containsEntry("autobot_shelf_keys_total", "gauge");
        assertThat(Exposition.openMetrics(shelf).value("autobot_shelf_keys_total{name=\"b\"}"))
                .isEqualTo(4);
    }

    @Test
    void nameFilterGivesTheFamilyAskedFor() {
        AgentRegistry all = registry(agent, new Shelf());
        for (FamilyDescription family : all.catalogue().families()) {
            Predicate<String> name =
                    MetricNameFilter.builder().nameMustBeEqualTo(family.name()).build();
            Exposition page = Exposition.text(all.prometheus().scrape(name));

            // The client's filter also lets pass a family whose name is the beginning of the one asked for.
            assertThat(page.types().keySet())
                    .allSatisfy(shown -> assertThat(family.name()).startsWith(shown));
            // Nothing has a guard here, so nothing can fold.
            assertThat(page.types().containsKey(family.name())).isEqualTo(family != AgentFamilies.SERIES_FOLDED);
        }
    }

    @Test
    void domainOfWhichNothingIsAskedIsLeftAlone() {
        Shelf shelf = new Shelf();
        registry(agent, shelf).prometheus().scrape(name -> name.equals("autobot_build_info"));

        assertThat(shelf.collected).isZero();
    }

    @Test
    void domainThatFailsIsReportedAndLeavesTheOthers() {
        Shelf shelf = new Shelf();
        shelf.failure = new IllegalStateException("broken");

        assertThat(Exposition.text(registry(shelf, agent)).types()).containsKey("autobot_build_info");
        assertThat(errors).containsExactly("metrics: broken");
    }

    @Test
    void defaultRegistryStaysTheApplications() {
        registry.prometheus();

        assertThat(PrometheusRegistry.defaultRegistry.scrape().size()).isZero();
        assertThat(registry.prometheus())
                .isSameAs(registry.prometheus())
                .isNotSameAs(PrometheusRegistry.defaultRegistry);
    }

    @Test
    void categoriesSayWhatIsThereAndWhenItLastMoved() {
        Shelf shelf = new Shelf();
        AgentRegistry all = registry(shelf);

        assertThat(all.categories())
                .containsExactly(new CategoryStatus("shelf", List.of("autobot_shelf_keys_total"), 2, null));

        shelf.updates++;
        now = Instant.ofEpochSecond(5);
        all.tick(0);
        now = Instant.ofEpochSecond(9);
        all.tick(0);

        assertThat(all.categories())
                .singleElement()
                .extracting(CategoryStatus::lastUpdate)
                .isEqualTo(Instant.ofEpochSecond(5));
    }

    @Test
    void familyDescribedTwiceIsRefused() {
        assertThatThrownBy(() -> registry(new Shelf(), new Shelf()).catalogue())
                .hasMessageContaining("autobot_shelf_keys_total");
    }
}
