package io.autobot.agent.metrics;

import io.prometheus.metrics.expositionformats.ExpositionFormatWriter;
import io.prometheus.metrics.expositionformats.OpenMetricsTextFormatWriter;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a scraper would get, read back line by line; a line that does not fit the format fails.
 *
 * @param samples value by series as written, for example {@code up{job="x"}}
 * @param types the TYPE line's word by family
 */
public record Exposition(Map<String, Double> samples, Map<String, String> types) {
    private static final Pattern SAMPLE = Pattern.compile("([a-z_0-9]+(?:\\{[^}]*})?) (\\S+)");
    private static final Pattern TYPE = Pattern.compile("# TYPE ([a-z_0-9]+) (counter|gauge|histogram)");

    /** Scrapes one domain in the Prometheus text format; a failure to collect fails. */
    public static Exposition of(MetricsDomain domain) {
        return text(new AgentRegistry(List.of(domain), () -> Instant.EPOCH, (where, failure) -> {
            throw new AssertionError(where, failure);
        }));
    }

    /** Scrapes in the Prometheus text format. */
    public static Exposition text(AgentRegistry registry) {
        return text(registry.prometheus().scrape());
    }

    /** Writes snapshots in the Prometheus text format. */
    public static Exposition text(MetricSnapshots snapshots) {
        return parse(write(PrometheusTextFormatWriter.builder().build(), snapshots));
    }

    /** Scrapes in the OpenMetrics format. */
    public static Exposition openMetrics(AgentRegistry registry) {
        String page = write(
                OpenMetricsTextFormatWriter.builder().build(),
                registry.prometheus().scrape());
        if (!page.endsWith("# EOF\n")) {
            throw new AssertionError("no end mark: " + page);
        }
        return parse(page.substring(0, page.length() - "# EOF\n".length()));
    }

    /** The value of a series, {@code null} if it is not there. */
    public Double value(String series) {
        return samples.get(series);
    }

    /** The samples whose name starts so. */
    public Map<String, Double> startingWith(String prefix) {
        Map<String, Double> result = new LinkedHashMap<>(samples);
        result.keySet().removeIf(series -> !series.startsWith(prefix));
        return result;
    }

    /** The sum of the samples whose name starts so. */
    public double sum(String prefix) {
        return startingWith(prefix).values().stream()
                .mapToDouble(Double::doubleValue)
                .sum();
    }

    private static String write(ExpositionFormatWriter writer, MetricSnapshots snapshots) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            writer.write(out, snapshots);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private static Exposition parse(String page) {
        Map<String, Double> samples = new LinkedHashMap<>();
        Map<String, String> types = new LinkedHashMap<>();
        for (String line : page.split("\n")) {
            Matcher type = TYPE.matcher(line);
            Matcher sample = SAMPLE.matcher(line);
            if (type.matches()) {
                types.put(type.group(1), type.group(2));
            } else if (sample.matches()) {
                String value = sample.group(2).replace("+Inf", "Infinity");
                if (samples.put(sample.group(1), Double.valueOf(value)) != null) {
                    throw new AssertionError("twice: " + line);
                }
            } else if (!line.startsWith("# HELP ") && !line.isEmpty()) {
                throw new AssertionError("not understood: " + line);
            }
        }
        return new Exposition(samples, types);
    }
}
