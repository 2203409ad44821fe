package io.autobot.agent.testkit.inprocess;

import io.autobot.agent.http.HttpProtocol;
import io.autobot.agent.redis.RedisDomain;
import io.autobot.agent.spi.Instrumentation;
import io.autobot.agent.status.InstrumentationStatus;
import io.autobot.agent.status.InstrumentationStatus.State;
import io.autobot.agent.status.RuleStatus;
import io.autobot.agent.status.StatusBoard;
import io.autobot.agent.testkit.http.RecordingProtocol;
import io.autobot.agent.testkit.scrape.Scrape;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Weaves instrumentations in the JVM that runs the test, through the agent's own gate, weaver and linker, and fails a
 * test in which advice threw or an instrumentation did not fit, unless the test announced it. Library versions may be
 * on the class path or in class loaders of their own ({@code LibraryLoader}).
 *
 * <pre>{@code
 * @RegisterExtension
 * final WeavingExtension agent = WeavingExtension.of(new JedisInstrumentation());
 *
 * @Test
 * void countsACommand() {
 *     jedis.get("a");
 *     assertThat(agent.scrape().sum("autobot_redis_operations_total")).isEqualTo(1);
 * }
 * }</pre>
 *
 * <p>An instance field gives every test an agent of its own, with metrics that start at nothing; a static field gives
 * the tests of a class one agent. One agent at a time: not for tests that run concurrently.
 */
public final class WeavingExtension
        implements BeforeAllCallback, AfterAllCallback, BeforeEachCallback, AfterEachCallback {
    /** Servers are not asked for figures: a test that counts commands wants to be alone. */
    private static final String QUIET = "redis.server-stats.enabled=false";

    private final List<Instrumentation> instrumentations;
    private final String arguments;
    private final boolean throwing;
    private final HttpProtocol protocol;
    private final Map<String, State> expectedStates = new HashMap<>();
    private InProcessAgent agent;
    private boolean shared;
    private long seenErrors;
    private long expectedErrors;

    private WeavingExtension(
            List<Instrumentation> instrumentations, String arguments, boolean throwing, HttpProtocol protocol) {
        this.instrumentations = instrumentations;
        this.arguments = arguments;
        this.throwing = throwing;
        this.protocol = protocol;
    }

    /** Weaves these, configured by defaults; servers are not asked for their own figures. */
    public static WeavingExtension of(Instrumentation... instrumentations) {
        return new WeavingExtension(List.of(instrumentations), QUIET, false, null);
    }

    /** The same with a configuration, written as the arguments of {@code -javaagent}. */
    public WeavingExtension configured(String agentArguments) {
        return new WeavingExtension(instrumentations, agentArguments, throwing, protocol);
    }

    /**
     * The same with every advice throwing as soon as it is called: a test whose library works as it should shows that
     * no advice can break it. Errors are expected, at least one in each test.
     */
    public WeavingExtension withThrowingAdvice() {
        return new WeavingExtension(instrumentations, arguments, true, protocol);
    }

    /** The same with this protocol alone hearing what HTTP transports tell, in place of those that feed metrics. */
    public WeavingExtension recording(RecordingProtocol recorder) {
        return new WeavingExtension(instrumentations, arguments, throwing, recorder);
    }

    /** All families as a scraper would see them now. */
    public Scrape scrape() {
        return agent.scrape();
    }

    /** States and error counts of the running agent. */
    public StatusBoard status() {
        return agent.status();
    }

    /** What became of the rules of the configuration. */
    public List<RuleStatus> rules() {
        return agent.rules();
    }

    /** Redis in the running agent. */
    public RedisDomain redis() {
        return (RedisDomain) agent.telemetry().domain(RedisDomain.class);
    }

    /** What advice threw since the agent of this test started, in order. */
    public List<Throwable> swallowed() {
        return List.copyOf(agent.swallowed());
    }

    /** The present test makes the agent count exactly so many errors. */
    public void expectErrors(long count) {
        expectedErrors = count;
    }

    /** The present test, and those after it that share the agent, see this instrumentation end in this state. */
    public void expectState(String instrumentation, State state) {
        expectedStates.put(instrumentation, state);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        shared = true;
        agent = InProcessAgent.open(instrumentations, arguments, throwing, protocol);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        if (!shared) {
            agent = InProcessAgent.open(instrumentations, arguments, throwing, protocol);
        }
        seenErrors = errors();
        expectedErrors = 0;
    }

    @Override
    public void afterEach(ExtensionContext context) {
        try {
            verify();
        } finally {
            if (!shared) {
                close();
            }
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (shared) {
            close();
        }
    }

    private void close() {
        agent.close();
        agent = null;
        expectedStates.clear();
    }

    private void verify() {
        long counted = errors() - seenErrors;
        if (throwing ? counted == 0 : counted != expectedErrors) {
            AssertionError failure = new AssertionError("the agent counted " + counted + " errors where "
                    + (throwing ? "some" : expectedErrors) + " were expected: "
                    + agent.status().errors() + ", "
                    + agent.status().instrumentations());
            agent.swallowed().forEach(failure::addSuppressed);
            throw failure;
        }
        List<InstrumentationStatus> unexpected = agent.status().instrumentations().stream()
                .filter(this::isUnexpected)
                .collect(Collectors.toList());
        if (!unexpected.isEmpty()) {
            throw new AssertionError("instrumentations in a state that the test does not expect: " + unexpected);
        }
    }

    private boolean isUnexpected(InstrumentationStatus status) {
        State expected = expectedStates.get(status.name());
        return expected == null
                ? status.state() == State.INCOMPATIBLE || status.state() == State.FAILED
                : status.state() != expected;
    }

    private long errors() {
        return agent.status().errors().values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }
}
