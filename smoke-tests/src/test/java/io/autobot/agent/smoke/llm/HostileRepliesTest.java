package io.autobot.agent.smoke.llm;

import static io.autobot.agent.simulator.Behaviour.OK;
import static org.assertj.core.api.Assertions.assertThat;

import io.autobot.agent.simulator.Behaviour;
import io.autobot.agent.simulator.Endpoint;
import io.autobot.agent.simulator.Exchange;
import io.autobot.agent.simulator.ProviderSimulator;
import io.autobot.agent.smoke.loaders.Programs;
import io.autobot.agent.testkit.jvm.ForkedJvm;
import io.autobot.agent.testkit.jvm.ForkedJvms;
import io.autobot.agent.testkit.jvm.Jdks;
import io.autobot.agent.testkit.library.Libraries;
import io.autobot.agent.testkit.scrape.Scrape;
import java.io.File;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Replies as no provider should send them, in a service with little memory: the application has every byte as it was
 * sent, and the agent's figures are the provider's, or absent where they cannot be read.
 */
class HostileRepliesTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** What the reply is, and whether its figures can be read. */
    private static final Map<Behaviour, Boolean> REPLIES = new LinkedHashMap<>();

    static {
        REPLIES.put(OK, true);
        REPLIES.put(OK.split(1), true);
        REPLIES.put(OK.randomSplit(7), true);
        REPLIES.put(OK.encoding("gzip").split(1), true);
        REPLIES.put(OK.encoding("deflate").randomSplit(3), true);
        REPLIES.put(OK.encoding("br"), false);
        REPLIES.put(OK.encoding("zstd"), false);
        REPLIES.put(OK.brokenGzip(), false);
        REPLIES.put(OK.crlf().randomSplit(5), true);
        REPLIES.put(OK.cr(), true);
        REPLIES.put(OK.comments().multiLine(), true);
        REPLIES.put(OK.byteOrderMark(), true);
        REPLIES.put(OK.contentType("text.plain"), true);
        REPLIES.put(OK.invalidUtf8(), true);
        REPLIES.put(OK.deep(10_000), true);
        REPLIES.put(OK.usageInText(), true);
        REPLIES.put(OK.duplicateKeys(), true);
        REPLIES.put(OK.longLine(32), true);
        REPLIES.put(OK.huge(200), true);
    }

    @RegisterExtension
    final ForkedJvms jvms = new ForkedJvms();

    private ProviderSimulator simulator;
    private ForkedJvm service;

    @ParameterizedTest
    @CsvSource({"jdk, 17", "okhttp, 25"})
    void bytesPassAndFiguresAreRightOrAbsent(String client, int jdk) throws Exception {
        List<File> library = Libraries.resolveAll(List.of("com.squareup.okhttp3:okhttp:4.12.0"));
        List<File> classPath = new ArrayList<>(library);
        classPath.add(Programs.compile(library, "llm/HostileProgram.java"));
        try (ProviderSimulator provider = ProviderSimulator.start()) {
            simulator = provider;
            service = jvms.start(ForkedJvm.on(Jdks.of(jdk))
                    .agent("port=0,llm.hosts=127.0.0.1:" + provider.port(Endpoint.OPENAI) + "->openai")
                    .jvmArguments("-Xmx48m")
                    .classPath(classPath)
                    .main("HostileProgram"));
            service.awaitStdout("ready"::equals, PATIENCE);
            for (Map.Entry<Behaviour, Boolean> reply : REPLIES.entrySet()) {
                for (String mode : List.of("plain", "stream")) {
                    whole(client, mode, reply.getKey(), reply.getValue());
                }
            }
            for (Behaviour cut : List.of(OK.resetAfter(1), OK.truncateAfter(2))) {
                cutOff(client, cut);
            }
            Scrape scrape = Scrape.get(service.endpointUrl() + "/metrics");
            assertThat(scrape.find("autobot_agent_errors_total")).isNotEmpty();
            assertThat(scrape.sum("autobot_agent_errors_total")).isZero();
            assertThat(service.stderr())
                    .filteredOn(line -> line.startsWith("[autobot-agent]"))
                    .as("the start line, and a line for each encoding that cannot be seen through")
                    .hasSize(3);
        }
    }

    private void whole(String client, String mode, Behaviour reply, boolean readable) throws Exception {
        String what = client + " " + mode + " " + reply;
        Scrape before = Scrape.get(service.endpointUrl() + "/metrics");
        String got = post(client, mode, reply);
        Exchange sent = simulator.ledger().settled().last();
        assertThat(got).as(what).isEqualTo("got " + sent.bytes() + " " + sent.sha256());
        Scrape after = ended(before, what);
        assertThat(sent.usage() != null).as(what + ", figures sent").isEqualTo(readable);
        assertThat(delta(before, after, "input"))
                .as(what)
                .isEqualTo(readable ? sent.usage().input() : 0);
        assertThat(delta(before, after, "output"))
                .as(what)
                .isEqualTo(readable ? sent.usage().output() : 0);
        assertThat(after.sum("autobot_llm_errors_total")).as(what).isEqualTo(before.sum("autobot_llm_errors_total"));
    }

    private void cutOff(String client, Behaviour reply) throws Exception {
        String what = client + " " + reply;
        Scrape before = Scrape.get(service.endpointUrl() + "/metrics");
        assertThat(post(client, "stream", reply)).as(what).startsWith("got broken");
        Scrape after = ended(before, what);
        assertThat(after.sum("autobot_llm_errors_total", "error_type", "connection")
                        + after.sum("autobot_llm_errors_total", "error_type", "protocol"))
                .as(what)
                .isEqualTo(before.sum("autobot_llm_errors_total", "error_type", "connection")
                        + before.sum("autobot_llm_errors_total", "error_type", "protocol")
                        + 1);
        assertThat(delta(before, after, "output")).as(what).isZero();
    }

    private String post(String client, String mode, Behaviour reply) {
        int lines = service.stdout().size();
        service.send(client + " " + mode + " " + simulator.url(Endpoint.OPENAI, reply) + "/v1/chat/completions");
        service.awaitStdout(line -> service.stdout().size() > lines, PATIENCE);
        return service.stdout().get(lines);
    }

    private Scrape ended(Scrape before, String what) {
        Scrape after = Scrape.await(
                service.endpointUrl() + "/metrics",
                seen -> seen.sum("autobot_llm_active_requests") == 0
                        && seen.sum("autobot_llm_requests_total") > before.sum("autobot_llm_requests_total"),
                Duration.ofSeconds(20));
        assertThat(after.sum("autobot_llm_requests_total"))
                .as(what)
                .isEqualTo(before.sum("autobot_llm_requests_total") + 1);
        return after;
    }

    private static long delta(Scrape before, Scrape after, String type) {
        return (long) (after.sum("autobot_llm_tokens_total", "token_type", type)
                - before.sum("autobot_llm_tokens_total", "token_type", type));
    }
}
