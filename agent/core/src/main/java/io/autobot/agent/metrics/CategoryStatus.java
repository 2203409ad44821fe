package io.autobot.agent.metrics;

import java.time.Instant;
import java.util.List;

/**
 * What one category shows now, for the health report.
 *
 * @param category the category, for example {@code redis}
 * @param families the families that have at least one series, in the catalogue's order
 * @param series all their series; a histogram's buckets are one
 * @param lastUpdate when something was last seen to have been recorded, to the sampler's step; {@code null} if never
 */
public record CategoryStatus(String category, List<String> families, int series, Instant lastUpdate) {}
