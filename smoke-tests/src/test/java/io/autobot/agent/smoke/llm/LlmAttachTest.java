package io.autobot.agent.smoke.llm;

import static io.autobot.agent.simulator.Behaviour.OK;
import static org.assertj.core.api.Assertions.assertThat;

import io.autobot.agent.simulator.Behaviour;
import io.autobot.agent.simulator.Endpoint;
import io.autobot.agent.simulator.Ledger;
import io.autobot.agent.simulator.ProviderSimulator;
import io.autobot.agent.simulator.Usage;
import io.autobot.agent.smoke.loaders.Programs;
import io.autobot.agent.testkit.jvm.AgentJar;
import io.autobot.agent.testkit.jvm.ForkedJvm;
import io.autobot.agent.testkit.jvm.ForkedJvms;
import io.autobot.agent.testkit.jvm.Jdk;
import io.autobot.agent.testkit.jvm.Jdks;
import io.autobot.agent.testkit.library.Libraries;
import io.autobot.agent.testkit.scrape.Scrape;
import java.io.File;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The agent comes to a service that has called its provider before, and does so at the moment. */
class LlmAttachTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @RegisterExtension
    final ForkedJvms jvms = new ForkedJvms();

    private ProviderSimulator simulator;
    private ForkedJvm service;

    @Test
    void whatBeginsAfterTheAttachmentCounts() throws IOException {
        Jdk jdk = Jdks.of(25);
        List<File> library = Libraries.resolveAll(List.of("com.squareup.okhttp3:okhttp:4.12.0"));
        List<File> classPath = new ArrayList<>(library);
        classPath.add(Programs.compile(library, "llm/HostileProgram.java"));
        try (ProviderSimulator provider = ProviderSimulator.start()) {
            simulator = provider;
            service = jvms.start(ForkedJvm.on(jdk).classPath(classPath).main("HostileProgram"));
            service.awaitStdout("ready"::equals, PATIENCE);
            everyCall();
            send("okhttp stream", OK.gateAt(2, "attached"));
            simulator.gate("attached").awaitArrived(1);

            ForkedJvm attaching = jvms.start(ForkedJvm.on(jdk)
                    .jar(
                            AgentJar.find(),
                            "attach",
                            Long.toString(service.pid()),
                            "port=0,llm.hosts=127.0.0.1:" + provider.port(Endpoint.OPENAI) + "->openai"));
            assertThat(attaching.exitCode(PATIENCE)).as(attaching.report()).isZero();
            simulator.gate("attached").open();
            awaitReplies(5);
            assertThat(scrape().sum("autobot_llm_requests_total")).isZero();

            simulator.ledger().settled().clear();
            everyCall();
            Ledger ledger = simulator.ledger().settled();
            Scrape after = Scrape.await(
                    service.endpointUrl() + "/metrics",
                    seen -> seen.sum("autobot_llm_request_latency_seconds_count") == 4,
                    PATIENCE);
            Usage usage = ledger.totals()
                    .get(new Ledger.Key("openai", "gpt-4o", "chat"))
                    .usage();
            assertThat(after.sum("autobot_llm_requests_total", "provider", "openai"))
                    .isEqualTo(4);
            assertThat(after.sum("autobot_llm_tokens_total", "token_type", "input"))
                    .isEqualTo(usage.input());
            assertThat(after.sum("autobot_llm_tokens_total", "token_type", "output"))
                    .isEqualTo(usage.output());
            assertThat(after.sum("autobot_llm_active_requests")).isZero();
            assertThat(after.sum("autobot_agent_errors_total")).isZero();
        }
    }

    private void everyCall() {
        int before = service.stdout().size();
        for (String call : List.of("jdk plain", "jdk stream", "okhttp plain", "okhttp stream")) {
            send(call, OK);
        }
        service.awaitStdout(line -> service.stdout().size() == before + 4, PATIENCE);
        assertThat(service.stdout()).noneMatch(line -> line.contains("broken"));
    }

    private void send(String call, Behaviour behaviour) {
        service.send(call + " " + simulator.url(Endpoint.OPENAI, behaviour) + "/v1/chat/completions");
    }

    private void awaitReplies(int replies) {
        service.awaitStdout(line -> service.stdout().size() == replies + 1, PATIENCE);
    }

    private Scrape scrape() throws IOException {
        return Scrape.get(service.endpointUrl() + "/metrics");
    }
}
