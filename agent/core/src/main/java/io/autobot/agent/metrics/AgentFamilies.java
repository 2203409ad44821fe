package io.autobot.agent.metrics;

import java.util.List;

/** What the agent says of itself. */
public final class AgentFamilies {
    private static final String CATEGORY = "agent";

    /** What is running. */
    public static final FamilyDescription BUILD_INFO = FamilyDescription.gauge(CATEGORY, "autobot_build_info")
            .open("version", "commit", "built_at")
            .help("The agent's build; always 1.");

    /** State of each instrumentation. */
    public static final FamilyDescription INSTRUMENTATION_INFO = FamilyDescription.gauge(
                    CATEGORY, "autobot_agent_instrumentation_info")
            .open("name")
            .closed("state", "active", "idle", "disabled", "incompatible", "failed")
            .open("library_version")
            .closed(
                    "reason",
                    "none",
                    "not_seen",
                    "disabled",
                    "unsupported_version",
                    "missing_member",
                    "old_class_file",
                    "transform_failed",
                    "link_failed")
            .help("State of each instrumentation and why; always 1.");

    /** Swallowed failures of the agent. */
    public static final FamilyDescription ERRORS = FamilyDescription.counter(CATEGORY, "autobot_agent_errors_total")
            .open("instrumentation")
            .help("Failures inside the agent that the application did not notice.");

    /** Cardinality. */
    public static final FamilyDescription SERIES = FamilyDescription.gauge(CATEGORY, "autobot_agent_series")
            .open("metric")
            .help("Series of each family in this scrape, this family left out; a histogram's buckets are one.");

    /** Cardinality past the limit. */
    public static final FamilyDescription SERIES_FOLDED = FamilyDescription.counter(
                    CATEGORY, "autobot_agent_series_folded_total")
            .open("metric")
            .help("Events counted under the label value other because the family has reached its limit of series.");

    /** Time in the transformer. */
    public static final FamilyDescription TRANSFORM_SECONDS = FamilyDescription.counter(
                    CATEGORY, "autobot_agent_transform_seconds_total")
            .unit("seconds")
            .help("Time spent weaving classes, over all threads.");

    /** Time in premain. */
    public static final FamilyDescription STARTUP_SECONDS = FamilyDescription.gauge(
                    CATEGORY, "autobot_agent_startup_seconds")
            .unit("seconds")
            .help("Time the agent took before the application's main method could start.");

    /** All of them. */
    public static final List<FamilyDescription> ALL = List.of(
            BUILD_INFO, INSTRUMENTATION_INFO, ERRORS, SERIES, SERIES_FOLDED, TRANSFORM_SECONDS, STARTUP_SECONDS);

    private AgentFamilies() {}
}
