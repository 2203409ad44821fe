package io.autobot.agent.gate;

import static io.autobot.agent.spi.MethodMatch.method;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.autobot.agent.instrumentation.testing.TracingAdvice;
import io.autobot.agent.spi.Description;
import io.autobot.agent.spi.Instrumentation;
import io.autobot.agent.spi.Weaving;
import io.autobot.agent.start.ApplicationLoader;
import io.autobot.agent.start.TestAgent;
import io.autobot.agent.status.Group;
import io.autobot.agent.weave.Seen;
import java.lang.instrument.ClassFileTransformer;
import java.lang.ref.WeakReference;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Classes of the application that are woven when the library first meets them. */
class RequestedTypesTest {
    private static final String BASE = "example.application.BaseListener";
    private static final String INHERITING = "example.application.InheritingListener";

    private final TestAgent agent = TestAgent.of(new Listening());
    private final ApplicationLoader application = new ApplicationLoader();

    public static final class Listening implements Instrumentation {
        @Override
        public void describe(Description description) {
            description.name("listening").feeds(Group.REDIS).library("example:listening", "1.0", "2.0");
            description
                    .template("listener")
                    .on(method("onMessage"), TracingAdvice.class)
                    .on(method("onFailure"), TracingAdvice.class);
        }
    }

    @AfterEach
    void close() {
        agent.close();
    }

    private static boolean ensureWoven(Object listener) {
        return Weaving.ensureWoven(listener.getClass(), "listening", "listener");
    }

    private int transformations(Class<?> type, ThrowingRunnable body) throws Exception {
        AtomicInteger count = new AtomicInteger();
        ClassFileTransformer other = new ClassFileTransformer() {
            @Override
            public byte[] transform(
                    ClassLoader loader, String name, Class<?> redefined, ProtectionDomain domain, byte[] file) {
                if (redefined == type) {
                    count.incrementAndGet();
                }
                return null;
            }
        };
        agent.jvm().addTransformer(other, true);
        try {
            body.run();
        } finally {
            agent.jvm().removeTransformer(other);
        }
        return count.get();
    }

    private interface ThrowingRunnable {
        void run() throws Exception;
    }

    @Test
    void aListenerIsWovenWhenAskedForAndNotBefore() {
        Consumer<String> listener = application.create(BASE);
        listener.accept("a");
        assertThat(Seen.take()).isEmpty();

        assertThat(ensureWoven(listener)).isTrue();
        listener.accept("a");
        assertThatThrownBy(() -> listener.accept("")).hasMessage("empty");
        assertThat(Seen.take()).containsExactly("enter", "exit", "enter", "exit by empty");
        assertThat(agent.status().errors().getOrDefault("listening", 0L)).isZero();
    }

    @Test
    void anInheritedMethodIsWovenWhereItIsDeclared() {
        Consumer<String> listener = application.create(INHERITING);
        assertThat(ensureWoven(listener)).isTrue();
        listener.accept("a");
        assertThat(Seen.take()).containsExactly("enter", "exit");
    }

    @Test
    void askingAgainTransformsNothing() throws Exception {
        Consumer<String> listener = application.create(BASE);
        ensureWoven(listener);
        assertThat(transformations(listener.getClass(), () -> {
                    for (int i = 0; i < 100; i++) {
                        assertThat(ensureWoven(listener)).isTrue();
                    }
                }))
                .isZero();
    }

    @Test
    void threadsThatRaceAllFindItWoven() throws Exception {
        CyclicBarrier start = new CyclicBarrier(8);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        Consumer<String> listener = application.create(BASE);
        try {
            List<Future<?>> results = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                results.add(threads.submit(() -> {
                    start.await();
                    ensureWoven(listener);
                    listener.accept("a");
                    return null;
                }));
            }
            for (Future<?> result : results) {
                result.get();
            }
        } finally {
            threads.shutdown();
        }
        assertThat(Seen.take()).hasSize(16);
    }

    @Test
    void aRetransformationByAnotherAgentKeepsTheAdvice() throws Exception {
        Consumer<String> listener = application.create(BASE);
        ensureWoven(listener);
        agent.retransform(listener.getClass());
        listener.accept("a");
        assertThat(Seen.take()).containsExactly("enter", "exit");
    }

    @Test
    void theSameClassInAnotherLoaderIsAnotherClass() {
        ensureWoven(application.create(BASE));
        Consumer<String> other = new ApplicationLoader().create(BASE);
        other.accept("a");
        assertThat(Seen.take()).isEmpty();
        assertThat(ensureWoven(other)).isTrue();
        other.accept("a");
        assertThat(Seen.take()).containsExactly("enter", "exit");
    }

    @Test
    void whatCannotBeWovenIsRefusedWithoutANoise() {
        Consumer<String> lambda = text -> {};
        assertThat(ensureWoven(lambda)).isFalse();
        assertThat(ensureWoven(lambda)).isFalse();
        assertThat(ensureWoven("a JDK class")).isFalse();
        assertThat(ensureWoven(new String[0])).isFalse();
        assertThat(Weaving.ensureWoven(null, "listening", "listener")).isFalse();
        assertThat(Weaving.ensureWoven(int.class, "listening", "listener")).isFalse();
        assertThat(Weaving.ensureWoven(getClass(), "switched-off", "listener")).isFalse();
        assertThat(agent.status().errors().getOrDefault("listening", 0L)).isZero();
    }

    @Test
    void neitherClassNorLoaderIsKept() {
        ApplicationLoader loader = new ApplicationLoader();
        Consumer<String> listener = loader.create(INHERITING);
        ensureWoven(listener);
        listener.accept("a");
        WeakReference<ClassLoader> dropped = new WeakReference<>(loader);
        listener = null;
        loader = null;
        Awaitility.await().until(() -> {
            System.gc();
            return dropped.get() == null;
        });
    }
}
