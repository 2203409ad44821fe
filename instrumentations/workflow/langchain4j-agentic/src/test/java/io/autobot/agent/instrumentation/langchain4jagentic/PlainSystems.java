package io.autobot.agent.instrumentation.langchain4jagentic;

import static dev.langchain4j.agentic.AgenticServices.agentBuilder;
import static dev.langchain4j.agentic.AgenticServices.conditionalBuilder;
import static dev.langchain4j.agentic.AgenticServices.loopBuilder;
import static dev.langchain4j.agentic.AgenticServices.parallelBuilder;
import static dev.langchain4j.agentic.AgenticServices.sequenceBuilder;
import static dev.langchain4j.agentic.AgenticServices.supervisorBuilder;

import dev.langchain4j.agentic.UntypedAgent;
import io.autobot.agent.instrumentation.langchain4jagentic.Agents.Draft;
import io.autobot.agent.instrumentation.langchain4jagentic.Agents.Edit;
import io.autobot.agent.instrumentation.langchain4jagentic.Agents.Opener;
import io.autobot.agent.instrumentation.langchain4jagentic.Agents.Score;
import io.autobot.agent.instrumentation.langchain4jagentic.Agents.Slow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Systems of each kind that end well. */
final class PlainSystems {
    private static final int THREADS = 4;
    private static final int CALLS = 20;

    private final Ledger ledger;

    PlainSystems(Ledger ledger) {
        this.ledger = ledger;
    }

    void run() throws Exception {
        sequences();
        nested();
        parallel();
        conditional();
        supervised();
        remembering();
        notWaitedFor();
        atOnce();
    }

    /** A system that was called and that nothing here keeps. */
    Object forgotten() {
        Systems.Write system = write();
        write(system);
        return system;
    }

    private Systems.Write write() {
        return ledger.heard(sequenceBuilder(Systems.Write.class))
                .subAgents(
                        new Draft(ledger, "write"),
                        new Edit(ledger, "write"),
                        agentBuilder(Systems.Poet.class)
                                .chatModel(new FakeModel())
                                .build())
                .build();
    }

    private void write(Systems.Write system) {
        system.write("x");
        ledger.step("write", "poet", "completed");
        ledger.system("write", "success");
    }

    private void sequences() {
        write(write());
        String unnamed = Release.unnamedSequence();
        UntypedAgent untyped = (UntypedAgent) ledger.heard(sequenceBuilder())
                .subAgents(new Draft(ledger, unnamed))
                .build();
        untyped.invoke(Map.of("topic", "x"));
        ledger.system(unnamed, "success");
        // A system that an agent calls by itself is one of its own.
        String caller = "gather";
        Systems.Gather outer = ledger.heard(sequenceBuilder(Systems.Gather.class))
                .subAgents(new Agents.Caller(ledger, caller, topic -> {
                    write(write());
                    return topic;
                }))
                .build();
        outer.gather("x");
        ledger.system(caller, "success");
    }

    private void nested() {
        Systems.Refine loop = loopBuilder(Systems.Refine.class)
                .subAgents(new Score(ledger, "polish"), new Edit(ledger, "polish"))
                .maxIterations(10)
                .exitCondition(scope -> scope.readState("score", 0) >= 3)
                .build();
        Systems.Polish system = ledger.heard(sequenceBuilder(Systems.Polish.class))
                .subAgents(new Draft(ledger, "polish"), loop)
                .build();
        system.polish("x");
        ledger.step("polish", "refine", "completed");
        ledger.system("polish", "success");
    }

    private Systems.Gather gather() {
        return ledger.heard(parallelBuilder(Systems.Gather.class))
                .subAgents(new Draft(ledger, "gather"), new Edit(ledger, "gather"))
                .build();
    }

    private void gather(Systems.Gather system) {
        system.gather("x");
        ledger.system("gather", "success");
    }

    private void parallel() {
        gather(gather());
    }

    private void conditional() {
        Systems.Route system = ledger.heard(conditionalBuilder(Systems.Route.class))
                .subAgents(scope -> scope.readState("topic", "").equals("x"), new Draft(ledger, "route"))
                .subAgents(scope -> scope.readState("topic", "").equals("y"), new Edit(ledger, "route"))
                .build();
        for (String topic : Release.choosesNothing() ? List.of("x", "y", "neither") : List.of("x", "y")) {
            system.route(topic);
            ledger.system("route", "success");
        }
    }

    private void supervised() {
        String name = Release.supervisor();
        supervisorBuilder()
                .chatModel(new FakeModel())
                .subAgents(new Draft(ledger, name), new Edit(ledger, name))
                .build()
                .invoke("write something");
        ledger.system(name, "success");
    }

    private void remembering() {
        Systems.Remember system = ledger.heard(sequenceBuilder(Systems.Remember.class))
                .subAgents(new Draft(ledger, "remember"))
                .build();
        for (int i = 0; i < 3; i++) {
            system.remember(1, "x");
            ledger.system("remember", "success");
        }
    }

    /** The slow one ends when the one after it has: its step is not over when its call is. */
    private void notWaitedFor() {
        CountDownLatch gate = new CountDownLatch(Release.agentsCan("async") ? 1 : 0);
        Systems.Write system = ledger.heard(sequenceBuilder(Systems.Write.class))
                .subAgents(new Slow(ledger, "write", gate), new Opener(ledger, "write", gate))
                .build();
        system.write("x");
        ledger.system("write", "success");
    }

    private void atOnce() throws Exception {
        Systems.Write write = write();
        Systems.Gather gather = gather();
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        List<Future<?>> all = new ArrayList<>();
        for (int i = 0; i < CALLS; i++) {
            all.add(threads.submit(() -> write(write)));
            all.add(threads.submit(() -> gather(gather)));
        }
        for (Future<?> one : all) {
            one.get();
        }
        threads.shutdown();
    }
}
