package io.autobot.agent.smoke.llm;

import static org.assertj.core.api.Assertions.assertThat;

import io.autobot.agent.simulator.Endpoint;
import io.autobot.agent.simulator.Exchange;
import io.autobot.agent.simulator.Ledger;
import io.autobot.agent.simulator.ProviderSimulator;
import io.autobot.agent.simulator.Usage;
import io.autobot.agent.smoke.loaders.Programs;
import io.autobot.agent.testkit.Matrix;
import io.autobot.agent.testkit.jvm.ForkedJvm;
import io.autobot.agent.testkit.jvm.ForkedJvms;
import io.autobot.agent.testkit.jvm.Jdks;
import io.autobot.agent.testkit.library.Libraries;
import io.autobot.agent.testkit.scrape.Sample;
import io.autobot.agent.testkit.scrape.Scrape;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The providers' own SDKs, unchanged, under the finished jar: what the agent counts is what the provider's ledger says.
 * About 10 s for each.
 */
class LlmSdksTest {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    /** Not needed to run, and not each of them is to be had for each version. */
    private static final String[] DISPENSABLE = {
        "com.infradna.tool:bridge-method-annotation",
        "io.netty:netty-codec-native-quic",
        "io.netty:netty-resolver-dns-native-macos",
        "io.netty:netty-transport-native-epoll"
    };

    private static final Set<String> TRANSPORTS = Set.of(
            "java-http-client",
            "http-url-connection",
            "okhttp",
            "apache-httpclient-4",
            "apache-httpclient-5",
            "reactor-netty",
            "jetty-client",
            "jetty-client-11",
            "vertx-http",
            "aws-sdk");

    @RegisterExtension
    final ForkedJvms jvms = new ForkedJvms();

    /** By default each common SDK on one JDK, the first on 17. */
    static Stream<Arguments> sdks() {
        List<Arguments> rows = new ArrayList<>();
        if (!Matrix.all()) {
            for (Sdk sdk : Sdk.COMMON) {
                rows.add(Arguments.of(sdk, rows.size() % 2 == 0 ? 17 : 25));
            }
            return rows.stream();
        }
        return Stream.concat(Sdk.COMMON.stream(), Sdk.RARE.stream())
                .flatMap(sdk -> Stream.of(Arguments.of(sdk, 17), Arguments.of(sdk, 25)));
    }

    @ParameterizedTest
    @MethodSource("sdks")
    void agreesWithTheProvidersLedger(Sdk sdk, int jdk) throws IOException {
        List<File> library = Libraries.resolveAll(sdk.libraries(), DISPENSABLE);
        List<File> classPath = new ArrayList<>(library);
        classPath.add(Programs.compile(library, "llm/" + sdk.program() + ".java"));
        try (ProviderSimulator simulator = ProviderSimulator.start()) {
            String url = sdk.tls() ? simulator.tlsUrl(sdk.endpoint()) : simulator.url(sdk.endpoint());
            String host = URI.create(url).getAuthority();
            String named = sdk.endpoint() == Endpoint.GITHUB
                    ? ",github.hosts=127.0.0.1"
                    : ",llm.hosts=" + host + "->" + sdk.endpoint().provider();
            ForkedJvm service = jvms.start(ForkedJvm.on(Jdks.of(jdk))
                    .agent("port=0,llm.ollama-poll.interval=1s" + named)
                    .jvmArguments(simulator.trust().jvmOptions().toArray(new String[0]))
                    .classPath(classPath)
                    .main(sdk.program(), url));
            service.awaitStdout("answers from here on"::equals, PATIENCE);
            simulator.ledger().settled();
            sdk.answers().forEach(answer -> simulator.next(sdk.endpoint(), answer));
            service.send("go on");
            service.awaitStdout("done"::equals, PATIENCE);
            Ledger ledger = simulator.ledger().settled();
            Scrape scrape = Scrape.await(
                    service.endpointUrl() + "/metrics",
                    seen -> seen.sum("autobot_llm_active_requests") == 0
                            && calls(seen) >= calls(ledger)
                            && loaded(seen) == loaded(ledger),
                    Duration.ofSeconds(20));
            if (sdk.endpoint() == Endpoint.GITHUB) {
                github(scrape, ledger);
            } else {
                llm(scrape, ledger, sdk.endpoint().provider());
            }
            tools(scrape, service);
            assertThat(active(scrape)).isEqualTo(sdk.transports());
            assertThat(scrape.sum("autobot_agent_errors_total")).isZero();
            assertThat(service.stderr())
                    .as("the agent's start line, and nothing else of ours")
                    .filteredOn(line -> line.startsWith("[autobot-agent]"))
                    .hasSize(1);
        }
    }

    /** The transports whose library the service has used. */
    private static Set<String> active(Scrape scrape) {
        Set<String> transports = new TreeSet<>();
        for (Sample sample : scrape.find("autobot_agent_instrumentation_info", "state", "active")) {
            transports.add(sample.labels().get("name"));
        }
        transports.retainAll(TRANSPORTS);
        return transports;
    }

    /** Against what the tools themselves have said. */
    private static void tools(Scrape scrape, ForkedJvm service) {
        Map<String, Long> executed = new TreeMap<>();
        for (String line : service.stdout()) {
            if (line.startsWith("tool ")) {
                executed.merge(line.substring("tool ".length()), 1L, Long::sum);
            }
        }
        Map<String, Long> counted = new TreeMap<>();
        for (Sample sample : scrape.find("autobot_llm_tool_calls_total")) {
            Map<String, String> labels = sample.labels();
            counted.put(labels.get("provider") + " " + labels.get("tool") + " " + labels.get("status"), (long)
                    sample.value());
        }
        counted.values().removeIf(count -> count == 0);
        assertThat(counted).isEqualTo(executed);
        assertThat(scrape.sum("autobot_llm_tool_duration_seconds_count"))
                .isEqualTo(executed.values().stream().mapToLong(Long::longValue).sum());
    }

    private static double loaded(Scrape scrape) {
        return scrape.sum("autobot_llm_models_loaded");
    }

    /** Models that an Ollama server has answered with: it keeps them. */
    private static long loaded(Ledger ledger) {
        return ledger.exchanges().stream()
                .filter(one -> one.endpoint() == Endpoint.OLLAMA && one.replyModel() != null)
                .map(Exchange::replyModel)
                .distinct()
                .count();
    }

    private static double calls(Scrape scrape) {
        return scrape.sum("autobot_llm_requests_total") + scrape.sum("autobot_github_operations_total");
    }

    private static long calls(Ledger ledger) {
        return ledger.totals().values().stream().mapToLong(Ledger.Total::calls).sum();
    }

    private static void llm(Scrape scrape, Ledger ledger, String provider) {
        Map<String, Long> requests = new TreeMap<>();
        Map<String, Long> tokens = new TreeMap<>();
        long withoutUsage = 0;
        Usage sum = Usage.NONE;
        for (Map.Entry<Ledger.Key, Ledger.Total> line : ledger.totals().entrySet()) {
            requests.merge(line.getKey().requestType(), line.getValue().calls(), Long::sum);
            sum = sum.plus(line.getValue().usage());
            withoutUsage += line.getValue().withoutUsage();
        }
        tokens.put("input", sum.input());
        tokens.put("output", sum.output());
        assertThat(by(scrape, "request_type", "autobot_llm_requests_total", provider))
                .isEqualTo(requests);
        assertThat(by(scrape, "token_type", "autobot_llm_tokens_total", provider))
                .isEqualTo(tokens);
        assertThat(scrape.sum("autobot_llm_token_details_total", "detail", "cached_input"))
                .isEqualTo(sum.cachedInput());
        assertThat(scrape.sum("autobot_llm_token_details_total", "detail", "cache_write"))
                .isEqualTo(sum.cacheWrite());
        assertThat(scrape.sum("autobot_llm_token_details_total", "detail", "reasoning"))
                .isEqualTo(sum.reasoning());
        assertThat(scrape.sum("autobot_llm_streams_without_usage_total")).isEqualTo(withoutUsage);
        Map<String, Long> errors = by(scrape, "error_type", "autobot_llm_errors_total", provider);
        errors.values().removeIf(count -> count == 0);
        assertThat(errors).isEqualTo(ledger.errors().get(provider));
        assertThat(scrape.sum("autobot_llm_request_latency_seconds_count")).isEqualTo(calls(ledger));
    }

    private static Map<String, Long> by(Scrape scrape, String label, String name, String provider) {
        Map<String, Long> counts = new TreeMap<>();
        for (Sample sample : scrape.find(name, "provider", provider)) {
            counts.merge(sample.labels().get(label), (long) sample.value(), Long::sum);
        }
        return counts;
    }

    private static void github(Scrape scrape, Ledger ledger) {
        Map<String, Long> expected = new TreeMap<>();
        for (Exchange exchange : ledger.exchanges()) {
            boolean success = exchange.status() < 300;
            // What has no name of its own in the simulator's list is named by method and resource.
            String operation = exchange.operation().equals("unlisted") ? "get_repos" : exchange.operation();
            expected.merge(operation + (success ? " success" : " failed"), 1L, Long::sum);
        }
        Map<String, Long> counted = new TreeMap<>();
        for (Sample sample : scrape.find("autobot_github_operations_total")) {
            if (sample.value() > 0) {
                counted.merge(
                        sample.labels().get("operation") + " " + sample.labels().get("status"),
                        (long) sample.value(),
                        Long::sum);
            }
        }
        assertThat(counted).isEqualTo(expected);
        assertThat(scrape.value(
                        "autobot_github_issues_total",
                        "repository",
                        "octo/hello",
                        "action",
                        "close",
                        "status",
                        "success"))
                .isEqualTo(1);
        assertThat(scrape.value("autobot_github_commits_total", "repository", "octo/hello", "status", "created"))
                .isEqualTo(1);
        assertThat(scrape.value(
                        "autobot_github_pull_requests_total",
                        "repository",
                        "octo/hello",
                        "action",
                        "merge",
                        "status",
                        "success"))
                .isEqualTo(1);
        assertThat(scrape.value("autobot_github_rate_limit_remaining", "resource_type", "core"))
                .isBetween(4_900.0, 4_999.0);
    }
}
