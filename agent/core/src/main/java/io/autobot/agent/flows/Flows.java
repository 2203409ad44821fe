package io.autobot.agent.flows;

import io.autobot.agent.rules.Rule;
import io.autobot.agent.spi.VirtualThreads;
import io.autobot.agent.status.RuleStatus;
import io.autobot.agent.status.StatusBoard;
import io.autobot.agent.tasks.TaskNames;
import io.autobot.agent.tasks.TasksDomain;
import io.autobot.agent.workflow.WorkflowDomain;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/**
 * All rules at work, and where woven methods tell of their calls. Any thread; a call allocates nothing but what its
 * workflow is, unless it goes on after its method has returned.
 */
public final class Flows {
    /** The instrumentation that weaves what the rules name. */
    public static final String INSTRUMENTATION = "rules";

    /** Its template. */
    public static final String TEMPLATE = "method";

    /** What {@link #enter} gives for a call that does not count. */
    public static final int NOT_ENTERED = 0;

    /** More are a mistake in a pattern. */
    static final int MAX_METHODS = 2_000;

    private static volatile Flows current;

    private final StatusBoard status;
    private final List<FlowState> states = new ArrayList<>();
    private final List<FlowSelection> selections = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final FlowLabel unknown = new FlowLabel("unknown");
    private volatile FlowMethod[] methods = {};
    private volatile WorkflowDomain workflows;
    private volatile TasksDomain tasks;

    /** Rules of which nothing is seen yet. */
    public Flows(List<Rule> rules, StatusBoard status) {
        this.status = status;
        for (Rule rule : rules) {
            FlowState state = new FlowState(rule, status);
            states.add(state);
            selections.add(new FlowSelection(this, FlowRule.of(this, state)));
        }
    }

    /** Says which rules hold in this JVM; once, when the agent starts. */
    public static void provide(Flows provided) {
        current = provided;
    }

    /** What is to be woven, in the order of the rules. */
    public List<FlowSelection> selections() {
        return List.copyOf(selections);
    }

    /** The rules do not hold: their instrumentation is off. */
    public void switchedOff() {
        states.forEach(FlowState::switchedOff);
    }

    /** What became of each rule. */
    public List<RuleStatus> statuses() {
        List<RuleStatus> statuses = new ArrayList<>();
        for (FlowState state : states) {
            statuses.add(state.status());
        }
        return statuses;
    }

    /**
     * A call begins.
     *
     * @param number of the woven method
     * @param self {@code null} for a static method
     * @param first the argument of the type, or of the decision
     * @param second the argument of the workflow or agent
     * @return for {@link #exit}; {@link #NOT_ENTERED} if the call is part of one of the same rule
     */
    public static int enter(int number, Object self, Object first, Object second) {
        return enter(number, self, first, second, true);
    }

    /** The same for a method that returns a publisher: the work begins when somebody subscribes. */
    public static int prepare(int number, Object self, Object first, Object second) {
        return enter(number, self, first, second, false);
    }

    private static int enter(int number, Object self, Object first, Object second, boolean begins) {
        FlowMethod method = current.methods[number];
        FlowRule rule = method.rule();
        FlowThread thread = FlowThread.current();
        if (thread.isIn(rule)) {
            return NOT_ENTERED;
        }
        int entered = thread.enter(rule);
        boolean complete = false;
        try {
            FlowRun run = thread.at(entered);
            rule.read(run, thread, method, self, first, second);
            if (begins) {
                run.begin();
            }
            complete = true;
            return entered;
        } finally {
            if (!complete) {
                thread.leave(entered);
            }
        }
    }

    /**
     * The call has returned.
     *
     * @param returned {@code null} for nothing and for numbers; a future tells the end when it is completed
     */
    public static void exit(int entered, Object returned, Throwable thrown) {
        if (entered == NOT_ENTERED) {
            return;
        }
        FlowThread thread = FlowThread.current();
        FlowRun run = thread.at(entered);
        if (thrown == null && returned instanceof CompletionStage<?> stage) {
            thread.leave(entered);
            thread.giveAway(entered);
            await(stage, run);
            return;
        }
        try {
            // Asks objects of the application, whose methods may be rules' too.
            run.told(returned, thrown == null ? null : FlowOutcome.of(thrown));
        } finally {
            thread.leave(entered);
        }
        run.count();
    }

    private static void await(CompletionStage<?> stage, FlowRun run) {
        try {
            stage.whenComplete(run);
        } catch (Throwable refused) {
            run.leave();
            throw refused;
        }
    }

    /**
     * A method that returns a publisher has returned.
     *
     * @return the call, to begin {@link FlowRun#again} with each subscription; {@code null} if there is nothing to wait
     *     for
     */
    public static FlowRun prepared(int entered, Throwable thrown) {
        if (entered == NOT_ENTERED) {
            return null;
        }
        FlowThread thread = FlowThread.current();
        thread.leave(entered);
        FlowRun call = thread.giveAway(entered);
        if (thrown == null) {
            return call;
        }
        FlowRun run = call.again();
        if (run != null) {
            run.failed(thrown);
        }
        return null;
    }

    /** The number of a method that is woven for a rule; negative if there are too many. */
    synchronized int number(FlowRule rule, String type, String method) {
        String key = rule.rule.name() + ' ' + type + ' ' + method;
        Integer known = numbers.get(key);
        if (known != null) {
            return known;
        }
        int number = methods.length;
        if (number == MAX_METHODS) {
            rule.state.problem(
                    "all rules together mean more than " + MAX_METHODS + " methods; further ones are not seen");
            return -1;
        }
        FlowMethod[] more = Arrays.copyOf(methods, number + 1);
        more[number] = new FlowMethod(rule, TaskNames.ofClass(type), method, TaskNames.ofMethod(type + '.' + method));
        methods = more;
        numbers.put(key, number);
        return number;
    }

    WorkflowDomain workflows() {
        WorkflowDomain known = workflows;
        if (known == null) {
            known = WorkflowDomain.get();
            workflows = known;
        }
        return known;
    }

    TasksDomain tasks() {
        TasksDomain known = tasks;
        if (known == null) {
            known = TasksDomain.get();
            tasks = known;
        }
        return known;
    }

    FlowLabel unknown() {
        return unknown;
    }

    /** The name of the pool that this thread is of. */
    String pool(Thread thread) {
        return tasks().executorTasks()
                .agents()
                .of(thread.getName(), VirtualThreads.is(thread))
                .name();
    }

    /** A failure of ours away from any woven method. */
    void failed(Throwable thrown) {
        status.error(INSTRUMENTATION, "the end of a call", thrown);
    }
}
