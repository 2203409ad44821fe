package io.autobot.agent.link;

import static io.autobot.agent.spi.MethodMatch.method;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.autobot.agent.instrumentation.testing.NeedyAdvice;
import io.autobot.agent.instrumentation.testing.SecondAdvice;
import io.autobot.agent.instrumentation.testing.ThrowingAdvice;
import io.autobot.agent.instrumentation.testing.TracingAdvice;
import io.autobot.agent.instrumentation.testing.UnlinkableAdvice;
import io.autobot.agent.log.AgentLog;
import io.autobot.agent.spi.Description;
import io.autobot.agent.spi.Instrumentation;
import io.autobot.agent.start.ApplicationLoader;
import io.autobot.agent.start.TestAgent;
import io.autobot.agent.status.Group;
import io.autobot.agent.status.InstrumentationStatus;
import io.autobot.agent.status.InstrumentationStatus.Reason;
import io.autobot.agent.status.InstrumentationStatus.State;
import io.autobot.agent.weave.Seen;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class LinkerTest {
    private static final String SERVICE = "example.library.Service";
    private static final String LISTENER = "example.application.BaseListener";

    private static Description library(Description description, String name) {
        return description.name(name).feeds(Group.REDIS).library("example:" + name, "1.0", "2.0");
    }

    private static UnaryOperator<String> service(ApplicationLoader loader) {
        return loader.create(SERVICE);
    }

    private static Consumer<String> listener(ApplicationLoader loader) {
        return loader.create(LISTENER);
    }

    public static final class Traced implements Instrumentation {
        @Override
        public void describe(Description description) {
            library(description, "traced").type(SERVICE).on(method("apply"), TracingAdvice.class);
            description.type(LISTENER).on(method("onMessage"), SecondAdvice.class);
        }
    }

    @Test
    void threadsThatRaceForACallSiteAllRunTheAdvice() throws Exception {
        try (TestAgent agent = TestAgent.of(new Traced())) {
            for (int round = 0; round < 20; round++) {
                race(service(new ApplicationLoader()));
                assertThat(Seen.take()).hasSize(32);
            }
            assertThat(agent.status().errors()).containsEntry("traced", 0L);
        }
    }

    private static void race(UnaryOperator<String> service) throws Exception {
        CyclicBarrier start = new CyclicBarrier(16);
        ExecutorService threads = Executors.newFixedThreadPool(16);
        try {
            List<Future<String>> results = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                results.add(threads.submit(() -> {
                    start.await();
                    return service.apply("a");
                }));
            }
            for (Future<String> result : results) {
                assertThat(result.get()).isEqualTo("a!");
            }
        } finally {
            threads.shutdown();
        }
    }

    public static final class Unlinkable implements Instrumentation {
        @Override
        public void describe(Description description) {
            library(description, "unlinkable").type(SERVICE).on(method("apply"), UnlinkableAdvice.class);
        }
    }

    @Test
    void whatCannotBeLinkedDoesNothingIsCountedAndSaidOnce() {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        AgentLog.sink(new PrintStream(said, true, StandardCharsets.UTF_8));
        try (TestAgent agent = TestAgent.of(new Unlinkable())) {
            for (int i = 0; i < 3; i++) {
                UnaryOperator<String> service = service(new ApplicationLoader());
                assertThat(service.apply("a")).isEqualTo("a!");
                assertThat(service.apply("b")).isEqualTo("b!");
            }
            assertThat(agent.state("unlinkable"))
                    .returns(State.FAILED, InstrumentationStatus::state)
                    .returns(Reason.LINK_FAILED, InstrumentationStatus::reason);
            assertThat(agent.status().errors()).containsEntry("unlinkable", 3L);
        } finally {
            AgentLog.sink(null);
        }
        assertThat(said.toString(StandardCharsets.UTF_8).lines().filter(line -> line.contains("unlinkable")))
                .singleElement()
                .asString()
                .contains(UnlinkableAdvice.class.getName());
    }

    public static final class Throwing implements Instrumentation {
        @Override
        public void describe(Description description) {
            library(description, "throwing").type(SERVICE).on(method("apply"), ThrowingAdvice.class);
        }
    }

    @Test
    void adviceThatThrowsChangesNeitherResultsNorExceptionsAndIsCounted() {
        try (TestAgent agent = TestAgent.of(new Throwing())) {
            UnaryOperator<String> service = service(new ApplicationLoader());
            assertThat(service.apply("a")).isEqualTo("a!");
            assertThat(agent.status().errors()).containsEntry("throwing", 2L);
            assertThatThrownBy(() -> service.apply(""))
                    .isExactlyInstanceOf(IllegalArgumentException.class)
                    .hasMessage("empty")
                    .hasNoSuppressedExceptions();
            assertThat(agent.status().errors()).containsEntry("throwing", 4L);
        }
    }

    public static final class Needy implements Instrumentation {
        @Override
        public void describe(Description description) {
            library(description, "needy").type(SERVICE).on(method("apply"), NeedyAdvice.class);
            description.type(LISTENER).on(method("onMessage"), SecondAdvice.class);
        }
    }

    /** The test's class path as the agent's resources, with a list of references. */
    private static final class ListingLoader extends ClassLoader {
        private final String list;
        private Runnable onResource = () -> {};

        ListingLoader(String list) {
            super(LinkerTest.class.getClassLoader());
            this.list = list;
        }

        @Override
        public InputStream getResourceAsStream(String name) {
            if (name.endsWith("/TracingAdvice.class")
                    && Thread.currentThread().getName().equals("linking")) {
                onResource.run();
            }
            return name.equals(ReferenceCheck.RESOURCE)
                    ? new ByteArrayInputStream(list.getBytes(StandardCharsets.UTF_8))
                    : super.getResourceAsStream(name);
        }
    }

    private static String needs(String reference) {
        return NeedyAdvice.class.getName() + "\n " + reference + "\n";
    }

    @Test
    void membersThatAreThereLetTheAdviceRun() {
        String all = needs("TYPE " + SERVICE) + " VIRTUAL " + SERVICE
                + " overload (Ljava/lang/String;J)Ljava/lang/String;\n CONSTRUCTOR " + SERVICE + " <init> ()V\n";
        try (TestAgent agent = TestAgent.with(new ListingLoader(all), new Needy())) {
            assertThat(service(new ApplicationLoader()).apply("a")).isEqualTo("a!");
            assertThat(Seen.take()).containsExactly("needy");
        }
    }

    @Test
    void aMissingMemberTurnsTheLibraryOffInThatLoader() {
        String gone = needs("VIRTUAL " + SERVICE + " gone (J)V");
        try (TestAgent agent = TestAgent.with(new ListingLoader(gone), new Needy())) {
            ApplicationLoader loader = new ApplicationLoader();
            Consumer<String> wovenBefore = listener(loader);
            assertThat(service(loader).apply("a")).isEqualTo("a!");
            wovenBefore.accept("a");
            assertThat(Seen.take()).isEmpty();
            assertThat(agent.state("needy"))
                    .returns(State.INCOMPATIBLE, InstrumentationStatus::state)
                    .returns(Reason.MISSING_MEMBER, InstrumentationStatus::reason);
            assertThat(agent.state("needy").message()).contains(SERVICE + ".gone(J)V", NeedyAdvice.class.getName());

            listener(new ApplicationLoader()).accept("a");
            assertThat(Seen.take()).containsExactly("second");
        }
    }

    @Test
    void aCallSiteMetWhileLinkingIsRepaired() throws Exception {
        ApplicationLoader loader = new ApplicationLoader();
        ListingLoader agentLoader = new ListingLoader("");
        try (TestAgent agent = TestAgent.with(agentLoader, new Traced())) {
            Consumer<String> nested = listener(loader);
            UnaryOperator<String> service = service(loader);
            List<String> duringLink = new ArrayList<>();
            agentLoader.onResource = () -> {
                nested.accept("while linking");
                duringLink.addAll(Seen.take());
            };
            Thread linking = new Thread(() -> service.apply("a"), "linking");
            linking.start();
            linking.join();
            assertThat(duringLink).isEmpty();
            assertThat(Seen.take()).containsExactly("enter", "exit");
            nested.accept("later");
            assertThat(Seen.take()).containsExactly("second");
            assertThat(agent.status().errors()).containsEntry("traced", 0L);
        }
    }

    @Test
    void anApplicationLoaderIsCollectedWithItsAdvice() {
        try (TestAgent agent = TestAgent.of(new Traced())) {
            ApplicationLoader loader = new ApplicationLoader();
            service(loader).apply("a");
            listener(loader).accept("a");
            WeakReference<ClassLoader> dropped = new WeakReference<>(loader);
            loader = null;
            Awaitility.await().until(() -> {
                System.gc();
                return dropped.get() == null;
            });
        }
    }

    @Test
    void oneApplicationLoaderHasOneInstrumentationLoader() {
        InstrumentationLoaders loaders = new InstrumentationLoaders(LinkerTest.class.getClassLoader());
        ApplicationLoader one = new ApplicationLoader();
        InstrumentationClassLoader ofOne = loaders.of(one);
        assertThat(loaders.of(one)).isSameAs(ofOne);
        assertThat(loaders.of(new ApplicationLoader())).isNotSameAs(ofOne);
        InstrumentationClassLoader ofBootstrap = loaders.of(null);
        assertThat(loaders.of(null)).isSameAs(ofBootstrap);
    }

    @Test
    void adviceSeesTheAgentTheLibraryAndItself() throws Exception {
        ApplicationLoader application = new ApplicationLoader();
        InstrumentationClassLoader loader =
                new InstrumentationClassLoader(LinkerTest.class.getClassLoader(), application);
        assertThat(loader.loadClass(SERVICE).getClassLoader()).isSameAs(application);
        assertThat(loader.loadClass(TracingAdvice.class.getName()).getClassLoader())
                .isSameAs(loader);
        assertThat(loader.loadClass(AgentLog.class.getName())).isSameAs(AgentLog.class);
        assertThat(loader.lookup().lookupClass().getClassLoader()).isSameAs(loader);
        assertThatThrownBy(() -> loader.loadClass(InstrumentationClassLoader.OWN_PACKAGE + "Absent"))
                .isInstanceOf(ClassNotFoundException.class);
    }
}
