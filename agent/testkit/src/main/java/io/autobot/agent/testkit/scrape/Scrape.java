package io.autobot.agent.testkit.scrape;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/**
 * One reading of a Prometheus endpoint. Reading is strict, so that every scrape also checks the format. Immutable.
 *
 * <p>Labels are given as name, value, name, value; a sample may have more labels than asked for, except where said.
 */
public final class Scrape {
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private final String text;
    private final List<Sample> samples;
    private final Map<String, String> types;
    private final Map<String, String> helps;

    private Scrape(String text) {
        TextParser parser = new TextParser();
        parser.parse(text);
        this.text = text;
        this.samples = List.copyOf(parser.samples);
        this.types = parser.types;
        this.helps = parser.helps;
    }

    /**
     * Parses the text format 0.0.4.
     *
     * @throws AssertionError on malformed text or duplicate series, with the line
     */
    public static Scrape parse(String text) {
        return new Scrape(text);
    }

    /**
     * Scrapes once.
     *
     * @param headers name, value, name, value
     * @throws AssertionError when the answer is not 200, not the text format, or malformed
     * @throws IOException when nobody answers
     */
    public static Scrape get(String url, String... headers) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url))
                .timeout(Duration.ofSeconds(20))
                .header("Accept", "text/plain;version=0.0.4");
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            HttpResponse<String> answer = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
            String type = answer.headers().firstValue("Content-Type").orElse("");
            if (answer.statusCode() != 200 || !type.startsWith("text/plain")) {
                throw new AssertionError(
                        url + " answered " + answer.statusCode() + " with " + type + ": " + answer.body());
            }
            return new Scrape(answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while scraping " + url, e);
        }
    }

    /**
     * Scrapes until the condition holds; an endpoint that does not listen yet is asked again.
     *
     * @return the scrape that met it
     * @throws AssertionError when time is up, with the last scrape
     */
    public static Scrape await(String url, Predicate<Scrape> condition, Duration timeout) {
        AtomicReference<Scrape> last = new AtomicReference<>();
        AtomicReference<IOException> silent = new AtomicReference<>();
        try {
            Awaitility.await().atMost(timeout).pollDelay(Duration.ZERO).until(() -> {
                try {
                    last.set(get(url));
                } catch (IOException e) {
                    silent.set(e);
                    return false;
                }
                return condition.test(last.get());
            });
            return last.get();
        } catch (ConditionTimeoutException e) {
            Object seen = last.get() == null ? silent.get() : last.get().text();
            throw new AssertionError(url + " did not meet the condition within " + timeout + "; last: " + seen, e);
        }
    }

    /** The text as received. */
    public String text() {
        return text;
    }

    /** All samples in the order received. */
    public List<Sample> samples() {
        return samples;
    }

    /** The names of all samples in the order received, each once. */
    public Set<String> names() {
        return samples.stream().map(Sample::name).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The TYPE of a family. */
    public Optional<String> type(String family) {
        return Optional.ofNullable(types.get(family));
    }

    /** The HELP of a family. */
    public Optional<String> help(String family) {
        return Optional.ofNullable(helps.get(family));
    }

    /** The samples of a name that have these labels. */
    public List<Sample> find(String name, String... labels) {
        Map<String, String> wanted = pairs(labels);
        return samples.stream()
                .filter(sample -> sample.name().equals(name) && sample.has(wanted))
                .collect(Collectors.toList());
    }

    /**
     * The value of the one sample that has these labels.
     *
     * @throws AssertionError when there is none, or more than one
     */
    public double value(String name, String... labels) {
        List<Sample> found = find(name, labels);
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " samples of " + name + pairs(labels)
                    + ", one expected; of that name: " + find(name));
        }
        return found.get(0).value();
    }

    /** The sum over all samples that have these labels; 0 when there is none. */
    public double sum(String name, String... labels) {
        return find(name, labels).stream().mapToDouble(Sample::value).sum();
    }

    private static Map<String, String> pairs(String... labels) {
        if (labels.length % 2 != 0) {
            throw new IllegalArgumentException("labels are name, value, name, value");
        }
        Map<String, String> pairs = new LinkedHashMap<>();
        for (int i = 0; i < labels.length; i += 2) {
            pairs.put(labels[i], labels[i + 1]);
        }
        return pairs;
    }
}
