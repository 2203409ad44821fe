package io.autobot.agent.weave;

import static io.autobot.agent.spi.MethodMatch.constructor;
import static io.autobot.agent.spi.MethodMatch.method;
import static io.autobot.agent.spi.TypeTarget.Hook.hook;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.autobot.agent.instrumentation.testing.ConstructorAdvice;
import io.autobot.agent.instrumentation.testing.SecondAdvice;
import io.autobot.agent.instrumentation.testing.TracingAdvice;
import io.autobot.agent.spi.Description;
import io.autobot.agent.spi.Instrumentation;
import io.autobot.agent.start.ApplicationLoader;
import io.autobot.agent.start.TestAgent;
import io.autobot.agent.status.Group;
import io.autobot.agent.status.InstrumentationStatus;
import io.autobot.agent.status.InstrumentationStatus.Reason;
import io.autobot.agent.status.InstrumentationStatus.State;
import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class WeaverTest {
    private static final String SERVICE = "example.library.Service";

    private static Description library(Description description, String name) {
        return description.name(name).feeds(Group.REDIS).library("example:" + name, "1.0", "2.0");
    }

    private static UnaryOperator<String> service(ApplicationLoader loader) {
        return loader.create(SERVICE);
    }

    public static final class Traced implements Instrumentation {
        @Override
        public void describe(Description description) {
            library(description, "traced")
                    .type(SERVICE)
                    .on(method("apply").takes("java.lang.String"), TracingAdvice.class)
                    .onIfPresent(method("gone"), SecondAdvice.class);
        }
    }

    @Test
    void aHookedMethodDoesWhatItDidAndTheAdviceSeesIt() {
        try (TestAgent agent = TestAgent.of(new Traced())) {
            assertThat(service(new ApplicationLoader()).apply("a")).isEqualTo("a!");
            assertThat(Seen.take()).containsExactly("enter", "exit");
            assertThat(agent.state("traced").state()).isEqualTo(State.ACTIVE);
            assertThat(agent.status().errors()).containsExactly(java.util.Map.entry("traced", 0L));
        }
    }

    @Test
    void anExceptionReachesTheCallerAsItWas() {
        try (TestAgent agent = TestAgent.of(new Traced())) {
            UnaryOperator<String> service = service(new ApplicationLoader());
            assertThatThrownBy(() -> service.apply(""))
                    .isExactlyInstanceOf(IllegalArgumentException.class)
                    .hasMessage("empty")
                    .hasNoCause()
                    .hasNoSuppressedExceptions();
            assertThat(Seen.take()).containsExactly("enter", "exit by empty");
        }
    }

    public static final class Missing implements Instrumentation {
        @Override
        public void describe(Description description) {
            library(description, "missing")
                    .type(SERVICE)
                    .on(method("apply").takes("java.lang.String"), TracingAdvice.class)
                    .on(method("apply").takes("int"), TracingAdvice.class);
            description.type("example.application.BaseListener").on(method("onMessage"), TracingAdvice.class);
        }
    }

    @Test
    void aMissingRequiredMethodLeavesTheWholeLibraryOfThatLoaderAsItIs() {
        try (TestAgent agent = TestAgent.of(new Missing())) {
            ApplicationLoader loader = new ApplicationLoader();
            assertThat(service(loader).apply("a")).isEqualTo("a!");
            loader.<java.util.function.Consumer<String>>create("example.application.BaseListener")
                    .accept("a");
            assertThat(Seen.take()).isEmpty();
            assertThat(agent.state("missing"))
                    .returns(State.INCOMPATIBLE, InstrumentationStatus::state)
                    .returns(Reason.UNSUPPORTED_VERSION, InstrumentationStatus::reason);
            assertThat(agent.state("missing").message())
                    .contains("example:missing", "1.0 to 2.0", SERVICE + " has no apply(I");

            new ApplicationLoader()
                    .<java.util.function.Consumer<String>>create("example.application.BaseListener")
                    .accept("a");
            assertThat(Seen.take()).containsExactly("enter", "exit");
        }
    }

    public static final class Preferring implements Instrumentation {
        @Override
        public void describe(Description description) {
            library(description, "preferring")
                    .type(SERVICE)
                    .onFirst(
                            hook(method("overload").takes("java.lang.String", "double"), SecondAdvice.class),
                            hook(method("overload").takes("java.lang.String", "long"), TracingAdvice.class),
                            hook(method("overload").takes("java.lang.String", "int"), SecondAdvice.class))
                    .onFirst(
                            hook(method("apply").takes("java.lang.String"), SecondAdvice.class)
                                    .whenField("absent"),
                            hook(method("apply").takes("java.lang.String"), TracingAdvice.class)
                                    .whenField("mark"));
        }
    }

    @Test
    void theFirstAlternativeThatFitsIsWovenAndOnlyThat() {
        try (TestAgent agent = TestAgent.of(new Preferring())) {
            service(new ApplicationLoader()).apply("a");
            assertThat(Seen.take()).containsExactly("enter", "enter", "exit", "exit");
        }
    }

    public static final class Constructed implements Instrumentation {
        @Override
        public void describe(Description description) {
            library(description, "constructed").type(SERVICE).on(constructor(), ConstructorAdvice.class);
        }
    }

    @Test
    void aConstructorIsSeenWithItsFieldsSet() {
        try (TestAgent agent = TestAgent.of(new Constructed())) {
            service(new ApplicationLoader());
            assertThat(Seen.take()).containsExactly("new Service!");
            assertThat(agent.status().errors()).containsEntry("constructed", 0L);
        }
    }

    public static final class Second implements Instrumentation {
        @Override
        public void describe(Description description) {
            library(description, "second")
                    .type(SERVICE)
                    .on(method("apply").takes("java.lang.String"), SecondAdvice.class)
                    .on(method("apply").takes("java.lang.String"), TracingAdvice.class);
        }
    }

    @Test
    void twoInstrumentationsShareAMethodAndASharedAdviceRunsOnce() {
        try (TestAgent agent = TestAgent.of(new Traced(), new Second())) {
            service(new ApplicationLoader()).apply("a");
            assertThat(Seen.take()).containsExactlyInAnyOrder("enter", "exit", "second");
            assertThat(agent.state("second").state()).isEqualTo(State.ACTIVE);
        }
    }

    @Test
    void aClassThatIsLoadedAlreadyIsWovenInPlace() {
        UnaryOperator<String> service = service(new ApplicationLoader());
        try (TestAgent agent = TestAgent.of(new Traced())) {
            assertThat(service.apply("a")).isEqualTo("a!");
            assertThat(Seen.take()).containsExactly("enter", "exit");
        }
    }

    @Test
    void aRetransformationByAnotherAgentWeavesTheVerySame() throws Exception {
        try (TestAgent agent = TestAgent.of(new Traced())) {
            UnaryOperator<String> service = service(new ApplicationLoader());
            List<byte[]> woven = new ArrayList<>();
            ClassFileTransformer other = new ClassFileTransformer() {
                @Override
                public byte[] transform(
                        ClassLoader loader, String name, Class<?> redefined, ProtectionDomain domain, byte[] file) {
                    if (redefined == service.getClass()) {
                        woven.add(file);
                    }
                    return null;
                }
            };
            agent.jvm().addTransformer(other, true);
            try {
                agent.retransform(service.getClass());
                service.apply("a");
                agent.retransform(service.getClass());
            } finally {
                agent.jvm().removeTransformer(other);
            }
            assertThat(woven).hasSize(2);
            assertThat(woven.get(0)).isEqualTo(woven.get(1));
            Seen.take();
            service.apply("a");
            assertThat(Seen.take()).containsExactly("enter", "exit");
        }
    }
}
