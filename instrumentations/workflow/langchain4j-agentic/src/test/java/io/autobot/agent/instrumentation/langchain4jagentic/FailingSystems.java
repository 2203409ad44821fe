package io.autobot.agent.instrumentation.langchain4jagentic;

import static dev.langchain4j.agentic.AgenticServices.agentBuilder;
import static dev.langchain4j.agentic.AgenticServices.parallelBuilder;
import static dev.langchain4j.agentic.AgenticServices.sequenceBuilder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.langchain4j.agentic.agent.ErrorContext;
import dev.langchain4j.agentic.agent.ErrorRecoveryResult;
import io.autobot.agent.instrumentation.langchain4jagentic.Agents.Draft;
import io.autobot.agent.instrumentation.langchain4jagentic.Agents.Edit;
import io.autobot.agent.instrumentation.langchain4jagentic.Agents.Flaky;
import io.autobot.agent.instrumentation.langchain4jagentic.Agents.Later;
import io.autobot.agent.instrumentation.langchain4jagentic.Agents.Patient;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;

/** Agents that fail, with and without something to be done about it, that miss something, that are interrupted. */
final class FailingSystems {
    private final Ledger ledger;

    FailingSystems(Ledger ledger) {
        this.ledger = ledger;
    }

    void run() throws Exception {
        fails();
        failsWithin();
        failsBeside();
        triesAgain();
        goesOn();
        misses();
        failsLater();
        interrupted();
    }

    private Systems.Write write(Function<ErrorContext, ErrorRecoveryResult> handler, Object... agents) {
        return ledger.heard(sequenceBuilder(Systems.Write.class))
                .subAgents(agents)
                .errorHandler(handler)
                .build();
    }

    private void fails() {
        Systems.Write system = write(
                error -> ErrorRecoveryResult.throwException(), new Flaky(ledger, "write", 1), new Edit(ledger, "?"));
        assertThatThrownBy(() -> system.write("x")).hasStackTraceContaining("this agent fails");
        ledger.step("write", "flaky", "failed");
        ledger.system("write", "failed");
    }

    private void failsWithin() {
        Systems.Refine inner = sequenceBuilder(Systems.Refine.class)
                .subAgents(new Flaky(ledger, "polish", 1))
                .build();
        Systems.Polish system = ledger.heard(sequenceBuilder(Systems.Polish.class))
                .subAgents(new Draft(ledger, "polish"), inner)
                .build();
        assertThatThrownBy(() -> system.polish("x")).hasStackTraceContaining("this agent fails");
        ledger.step("polish", "flaky", "failed");
        ledger.step("polish", "refine", "failed");
        ledger.system("polish", "failed");
    }

    private void failsBeside() {
        Systems.Gather system = ledger.heard(parallelBuilder(Systems.Gather.class))
                .subAgents(new Draft(ledger, "gather"), new Flaky(ledger, "gather", 1))
                .build();
        assertThatThrownBy(() -> system.gather("x")).hasStackTraceContaining("this agent fails");
        ledger.step("gather", "flaky", "failed");
        ledger.system("gather", "failed");
    }

    private void triesAgain() {
        write(error -> ErrorRecoveryResult.retry(), new Flaky(ledger, "write", 1))
                .write("x");
        ledger.retry("flaky", "timeout");
        ledger.system("write", "success");
    }

    private void goesOn() {
        if (Release.goesOnWithReplacement()) {
            write(error -> ErrorRecoveryResult.result("instead"), new Flaky(ledger, "write", 1))
                    .write("x");
            ledger.step("write", "flaky", "failed");
            ledger.system("write", "success");
        }
    }

    private void misses() {
        Systems.Write system = write(
                null,
                agentBuilder(Systems.Picky.class).chatModel(new FakeModel()).build(),
                new Edit(ledger, "write"));
        if (Release.agentsCan("optional")) {
            system.write("x");
            ledger.step("write", "picky", "skipped");
            ledger.system("write", "success");
        } else {
            assertThatThrownBy(() -> system.write("x")).hasStackTraceContaining("style");
            ledger.step("write", "picky", "failed");
            ledger.system("write", "failed");
        }
        Function<ErrorContext, ErrorRecoveryResult> supplies = error -> {
            error.agenticScope().writeState("topic", "late");
            return ErrorRecoveryResult.retry();
        };
        ledger.heard(sequenceBuilder(Systems.Approve.class))
                .subAgents(new Draft(ledger, "approve"))
                .errorHandler(supplies)
                .build()
                .approve("no topic here");
        ledger.retry("draft", "error");
        ledger.system("approve", "success");
    }

    /** Whether the system has to do with it depends on whether the release has it wait for the answer. */
    private void failsLater() {
        write(error -> ErrorRecoveryResult.retry(), new Later(ledger, "write", 1))
                .write("x");
        ledger.retry("later", "error");
        ledger.system("write", "success");
        String status = "success";
        try {
            write(error -> ErrorRecoveryResult.throwException(), new Later(ledger, "write", 1))
                    .write("x");
        } catch (RuntimeException failed) {
            assertThat(failed).hasStackTraceContaining("this agent fails later");
            status = "failed";
        }
        ledger.step("write", "later", "failed");
        ledger.system("write", status);
    }

    private void interrupted() throws InterruptedException {
        Patient patient = new Patient(ledger, "write", new CountDownLatch(1));
        Systems.Write system = write(null, patient);
        Thread caller = new Thread(
                () -> assertThatThrownBy(() -> system.write("x")).hasRootCauseInstanceOf(InterruptedException.class));
        caller.start();
        patient.awaitWaiting();
        caller.interrupt();
        caller.join();
        ledger.step("write", "patient", "cancelled");
        ledger.system("write", "cancelled");
    }
}
