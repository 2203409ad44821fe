package io.autobot.agent.instrumentation.langchain4jagentic;

import static dev.langchain4j.agentic.AgenticServices.agentBuilder;
import static dev.langchain4j.agentic.AgenticServices.parallelMapperBuilder;
import static dev.langchain4j.agentic.AgenticServices.sequenceBuilder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.langchain4j.agentic.Agent;
import dev.langchain4j.agentic.internal.PendingResponse;
import dev.langchain4j.agentic.internal.SuspendedResponse;
import dev.langchain4j.agentic.scope.ResultWithAgenticScope;
import dev.langchain4j.service.MemoryId;
import dev.langchain4j.service.TokenStream;
import dev.langchain4j.service.UserMessage;
import dev.langchain4j.service.V;
import io.autobot.agent.instrumentation.langchain4jagentic.Agents.Draft;
import io.autobot.agent.instrumentation.langchain4jagentic.Agents.Edit;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** What only later releases have: lists, streams, answers that come later, systems that stop for one. */
public final class LateSystems {
    private final Ledger ledger;

    LateSystems(Ledger ledger) {
        this.ledger = ledger;
    }

    /** A model that streams. */
    public interface Stream {
        @UserMessage("Write about {{topic}}")
        @Agent(name = "stream", description = "streams", outputKey = "stream")
        TokenStream stream(@V("topic") String topic);
    }

    /** A system with such a model in it. */
    public interface Recite {
        @Agent(name = "recite", description = "recites")
        String recite(@V("topic") String topic);
    }

    /** A system that can stop, and is known by its memory when it goes on. */
    public interface Stop {
        @Agent(name = "stop", description = "stops for somebody", outputKey = "response")
        ResultWithAgenticScope<String> stop(@MemoryId String user, @V("topic") String topic);
    }

    /** As {@link Stop}, for one that stops within. */
    public interface Pause {
        @Agent(name = "pause", description = "stops within", outputKey = "response")
        ResultWithAgenticScope<String> pause(@MemoryId String user, @V("topic") String topic);
    }

    void run() throws Exception {
        if (Release.hasClass("internal.StreamingResponse")) {
            streams();
        }
        if (Release.hasClass("internal.MapperAgentInvoker")) {
            overList();
            answersLater();
        }
        if (Release.suspends()) {
            stops();
            stopsWithin();
        }
    }

    private void streams() {
        for (boolean fails : new boolean[] {false, true}) {
            StreamingFake model = new StreamingFake(fails);
            Recite system = ledger.heard(sequenceBuilder(Recite.class))
                    .subAgents(
                            agentBuilder(Stream.class).streamingChatModel(model).build(), new Edit(ledger, "recite"))
                    .build();
            if (fails) {
                assertThatThrownBy(() -> system.recite("x")).hasStackTraceContaining("this stream fails");
            } else {
                system.recite("x");
            }
            ledger.step("recite", "stream", fails ? "failed" : "completed");
            ledger.system("recite", fails ? "failed" : "success");
        }
    }

    private void overList() {
        Systems.Each system = ledger.heard(parallelMapperBuilder(Systems.Each.class))
                .itemsProvider("topics")
                .subAgents(agentBuilder(Systems.Poet.class)
                        .chatModel(new FakeModel())
                        .outputKey("poem")
                        .build())
                .build();
        system.each(List.of("a", "b", "c"));
        for (int i = 0; i < 3; i++) {
            ledger.step("each", "poet", "completed");
        }
        ledger.system("each", "success");
    }

    /** Somebody answers when asked, but on another thread and not by returning. */
    private void answersLater() {
        CompletableFuture<PendingResponse<Object>> asked = new CompletableFuture<>();
        asked.thenAcceptAsync(pending -> pending.complete("rejected"));
        ledger.heard(sequenceBuilder(Systems.Approve.class))
                .subAgents(Release.person(() -> {
                    PendingResponse<Object> pending = new PendingResponse<>("answer");
                    asked.complete(pending);
                    return pending;
                }))
                .build()
                .approve("may I?");
        ledger.person("approve", "requested");
        ledger.person("approve", "rejected");
        ledger.step("approve", "askUser", "completed");
        ledger.system("approve", "success");
    }

    private void stops() {
        Stop system = ledger.heard(sequenceBuilder(Stop.class))
                .subAgents(
                        new Draft(ledger, "stop"),
                        Release.person(() -> new SuspendedResponse<>("answer")),
                        new Edit(ledger, "stop"))
                .build();
        ResultWithAgenticScope<String> stopped = system.stop("somebody", "x");
        assertThat(stopped.suspended()).isTrue();
        ledger.person("stop", "requested");
        ledger.step("stop", "askUser", "completed");
        assertThat(ledger.count("step stop edit completed")).isZero();
        assertThat(stopped.completePendingResponse("approved").suspended()).isFalse();
        assertThat(ledger.count("step stop edit completed")).isEqualTo(1);
        ledger.person("stop", "approved");
        ledger.system("stop", "success");
    }

    /** The agent that is a system itself is called once more, and has ended only then. */
    private void stopsWithin() {
        Systems.Refine inner = sequenceBuilder(Systems.Refine.class)
                .subAgents(Release.person(() -> new SuspendedResponse<>("inner answer")), new Edit(ledger, "pause"))
                .build();
        Pause system = sequenceBuilder(Pause.class).subAgents(inner).build();
        ResultWithAgenticScope<String> stopped = system.pause("somebody else", "x");
        ledger.person("pause", "requested");
        ledger.step("pause", "askUser", "completed");
        assertThat(stopped.completePendingResponse("rejected").suspended()).isFalse();
        ledger.person("pause", "rejected");
        ledger.step("pause", "refine", "completed");
        ledger.system("pause", "success");
    }
}
