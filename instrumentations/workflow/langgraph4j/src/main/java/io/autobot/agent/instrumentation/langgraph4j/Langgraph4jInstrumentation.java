package io.autobot.agent.instrumentation.langgraph4j;

import static io.autobot.agent.spi.MethodMatch.constructor;
import static io.autobot.agent.spi.MethodMatch.lambdaIn;
import static io.autobot.agent.spi.MethodMatch.method;
import static io.autobot.agent.spi.TypeTarget.Hook.hook;

import io.autobot.agent.spi.Description;
import io.autobot.agent.spi.Instrumentation;
import io.autobot.agent.status.Group;

/**
 * Graphs of LangGraph4j: all ways to run one end in an {@code AsyncNodeGenerator}, which evaluates one node for each
 * {@code next()} and makes one output for each node that is done. A graph that was compiled as a node of another is run
 * by a generator of its own and belongs to the other. Nodes that run beside each other are one node to the generator, and
 * are told one by one where that node evaluates them.
 */
public final class Langgraph4jInstrumentation implements Instrumentation {
    private static final String GRAPH = "org.bsc.langgraph4j.";
    private static final String GENERATOR = "org.bsc.async.AsyncGenerator$";
    private static final String FUTURE = "java.util.concurrent.CompletableFuture";
    private static final String ACTION = GRAPH + "action.AsyncNodeActionWithConfig";
    private static final String STATE = GRAPH + "state.AgentState";
    private static final String CONFIG = GRAPH + "RunnableConfig";

    @Override
    public void describe(Description langgraph4j) {
        langgraph4j
                .name("langgraph4j")
                .feeds(Group.WORKFLOW)
                .library("org.bsc.langgraph4j:langgraph4j-core", "1.5", "1.8");
        langgraph4j
                .type(GRAPH + "CompiledGraph$AsyncNodeGenerator")
                .on(constructor(), OpenedAdvice.class)
                .on(method("next").takes(), NextAdvice.class)
                .on(method("buildNodeOutput").takes("java.lang.String"), OutputAdvice.class)
                .on(method("buildStateSnapshot"), OutputAdvice.class);
        // Where it is depends on the release; each has one.
        langgraph4j
                .type(GRAPH + "action.SubCompiledGraphNodeAction")
                .on(method("apply").returns(FUTURE), SubgraphAdvice.class);
        langgraph4j
                .type(GRAPH + "internal.node.SubCompiledGraphNodeAction")
                .on(method("apply").returns(FUTURE), SubgraphAdvice.class);
        // Where one of them begins: a method that was renamed, and in the first releases the only lambda of its kind.
        langgraph4j
                .type(GRAPH + "internal.node.ParallelNode$AsyncParallelNodeAction")
                .on(method("apply").returns(FUTURE), ParallelAdvice.class)
                .onFirst(
                        hook(method("evalNodeActionSync").takes(ACTION, STATE, CONFIG), BranchAdvice.class),
                        hook(method("evalNodeAction").takes(ACTION, STATE, CONFIG), BranchAdvice.class),
                        hook(
                                lambdaIn("apply")
                                        .takes(STATE, CONFIG, "java.util.HashMap", ACTION)
                                        .returns(FUTURE),
                                FirstBranchAdvice.class));
        langgraph4j
                .type(GENERATOR + "WithEmbed")
                .ofAnotherLibrary()
                .on(
                        constructor().takes("org.bsc.async.AsyncGenerator", GENERATOR + "EmbedCompletionHandler"),
                        WrappedAdvice.class)
                .on(method("next").takes(), WrappedNextAdvice.class);
        langgraph4j
                .type(GENERATOR + "BaseCancellable")
                .ofAnotherLibrary()
                .on(method("cancel").takes("boolean"), CancelAdvice.class);
    }
}
