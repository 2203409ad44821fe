package io.autobot.agent.smoke.survival;

import static org.assertj.core.api.Assertions.assertThat;

import io.autobot.agent.testkit.jvm.ForkedJvm;
import io.autobot.agent.testkit.scrape.Scrape;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;

/** A conversation with a running test service over its stdin and stdout. */
final class Talk {
    static final Duration PATIENCE = Duration.ofSeconds(60);

    private final ForkedJvm jvm;
    private int commands;

    Talk(ForkedJvm jvm) {
        this.jvm = jvm;
    }

    /** Has the service do these, one after the other, and waits until the last is done. */
    Talk tell(String... told) {
        for (String command : told) {
            jvm.send(command);
        }
        commands += told.length;
        jvm.awaitStdout(("done " + commands)::equals, PATIENCE);
        return this;
    }

    /** Ends the service in the normal way, which must succeed. */
    ForkedJvm end() {
        jvm.send("exit");
        assertThat(jvm.exitCode(PATIENCE)).as(jvm.report()).isZero();
        return jvm;
    }

    ForkedJvm jvm() {
        return jvm;
    }

    Scrape scrape() {
        try {
            return Scrape.get(jvm.endpointUrl() + "/metrics");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Scrapes until the condition holds. */
    Scrape scrape(Predicate<Scrape> condition) {
        return Scrape.await(jvm.endpointUrl() + "/metrics", condition, PATIENCE);
    }

    /** The agent's own lines so far. */
    List<String> agentLines() {
        return agentLines(jvm);
    }

    static List<String> agentLines(ForkedJvm jvm) {
        return jvm.stderr().stream()
                .filter(line -> line.contains("autobot-agent]"))
                .toList();
    }

    /** What somebody else wrote to stderr. */
    static List<String> otherLines(ForkedJvm jvm) {
        return jvm.stderr().stream()
                .filter(line -> !line.startsWith("[autobot-agent] "))
                .toList();
    }
}
