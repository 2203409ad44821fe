package io.autobot.agent.testkit.inprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.autobot.agent.instrumentation.example.ExampleInstrumentation;
import io.autobot.agent.spi.Description;
import io.autobot.agent.spi.Instrumentation;
import io.autobot.agent.status.Group;
import io.autobot.agent.status.InstrumentationStatus.State;
import io.autobot.agent.testkit.library.LibraryLoader;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** The extension's calls are made by hand, to see what it fails. */
class WeavingExtensionTest {
    private static final String OPERATIONS = "autobot_redis_operations_total";

    private final WeavingExtension agent = WeavingExtension.of(new ExampleInstrumentation());

    /** Stands for a library. */
    public static final class Greeting implements UnaryOperator<String> {
        @Override
        public String apply(String name) {
            return "Hello " + name;
        }
    }

    /** A new version of the library, in a class loader of its own. */
    @SuppressWarnings("unchecked")
    private static UnaryOperator<String> greeting() throws Exception {
        LibraryLoader library = LibraryLoader.of(List.of(), Greeting.class);
        return (UnaryOperator<String>)
                library.loadClass(Greeting.class.getName()).getConstructor().newInstance();
    }

    @Test
    void weavesALibraryInAChildLoaderAndReadsTheMetrics() throws Exception {
        agent.beforeEach(null);
        assertThat(greeting().apply("Ada")).isEqualTo("Hello Ada");
        assertThat(agent.scrape().sum(OPERATIONS, "operation", "ping")).isEqualTo(1);
        assertThat(agent.status().instrumentations()).singleElement().matches(one -> one.state() == State.ACTIVE);
        agent.afterEach(null);
    }

    @Test
    void everyTestStartsAtNothing() throws Exception {
        UnaryOperator<String> greeting = greeting();
        for (int test = 0; test < 3; test++) {
            agent.beforeEach(null);
            greeting.apply("Ada");
            assertThat(agent.scrape().sum(OPERATIONS)).isEqualTo(1);
            agent.afterEach(null);
            greeting.apply("nobody counts this");
        }
    }

    @Test
    void anAgentOfAClassCountsOnThroughItsTests() throws Exception {
        UnaryOperator<String> greeting = greeting();
        agent.beforeAll(null);
        for (int test = 1; test <= 3; test++) {
            agent.beforeEach(null);
            greeting.apply("Ada");
            assertThat(agent.scrape().sum(OPERATIONS)).isEqualTo(test);
            agent.afterEach(null);
        }
        agent.afterAll(null);
    }

    @Test
    void aSwallowedErrorFailsTheTestAndIsShown() throws Exception {
        agent.beforeEach(null);
        assertThat(greeting().apply("")).isEqualTo("Hello ");
        assertThatThrownBy(() -> agent.afterEach(null))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("counted 1 errors where 0 were expected")
                .satisfies(failure -> assertThat(failure.getSuppressed())
                        .singleElement()
                        .isInstanceOf(IllegalStateException.class)
                        .matches(swallowed -> swallowed.getMessage().equals("nobody")));
    }

    @Test
    void anAnnouncedErrorDoesNot() throws Exception {
        agent.beforeEach(null);
        agent.expectErrors(2);
        UnaryOperator<String> greeting = greeting();
        greeting.apply("");
        greeting.apply("");
        assertThat(agent.swallowed()).hasSize(2);
        agent.afterEach(null);

        agent.beforeEach(null);
        agent.expectErrors(1);
        assertThatThrownBy(() -> agent.afterEach(null)).hasMessageContaining("counted 0 errors where 1 were");
    }

    public static final class Unfit implements Instrumentation {
        @Override
        public void describe(Description description) {
            description
                    .name("unfit")
                    .feeds(Group.REDIS)
                    .library("example:greetings", "1.0", "2.0")
                    .type(Greeting.class.getName())
                    .on(io.autobot.agent.spi.MethodMatch.method("greet"), ExampleInstrumentation.GreetingAdvice.class);
        }
    }

    @Test
    void anInstrumentationThatDoesNotFitFailsTheTestUnlessAnnounced() throws Exception {
        WeavingExtension unfit = WeavingExtension.of(new Unfit());
        unfit.beforeEach(null);
        greeting().apply("Ada");
        assertThatThrownBy(() -> unfit.afterEach(null))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("has no greet");

        unfit.beforeEach(null);
        unfit.expectState("unfit", State.INCOMPATIBLE);
        greeting().apply("Ada");
        unfit.afterEach(null);
    }

    @Test
    void onlyOneAgentWeavesAtATime() {
        agent.beforeEach(null);
        WeavingExtension second = WeavingExtension.of(new ExampleInstrumentation());
        assertThatThrownBy(() -> second.beforeEach(null)).isInstanceOf(IllegalStateException.class);
        agent.afterEach(null);
        second.beforeEach(null);
        second.afterEach(null);
    }

    @Test
    void aConfigurationThatIsNotUnderstoodIsRefused() {
        WeavingExtension odd = agent.configured("redis.databases=1->one,no.such.key=1");
        assertThatThrownBy(() -> odd.beforeEach(null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no.such.key");
    }

    @Test
    void everyCallSiteOfAClassIsFoundAndLinked() throws Exception {
        agent.beforeEach(null);
        assertThat(CallSites.link(greeting().getClass()))
                .containsExactly(new CallSites.Site(
                        Greeting.class.getName(),
                        "apply",
                        "(Ljava/lang/String;)Ljava/lang/String;",
                        ExampleInstrumentation.GreetingAdvice.class.getName()));
        agent.afterEach(null);
    }
}
