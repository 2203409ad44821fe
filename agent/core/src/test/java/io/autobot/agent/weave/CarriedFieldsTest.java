package io.autobot.agent.weave;

import static io.autobot.agent.spi.MethodMatch.method;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.autobot.agent.instrumentation.testing.TracingAdvice;
import io.autobot.agent.spi.CarriedField;
import io.autobot.agent.spi.Description;
import io.autobot.agent.spi.Instrumentation;
import io.autobot.agent.start.ApplicationLoader;
import io.autobot.agent.start.TestAgent;
import io.autobot.agent.status.Group;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class CarriedFieldsTest {
    private static final String SERVICE = "example.library.Service";
    private static final CarriedField START = new CarriedField("start", long.class);
    private static final CarriedField STATE = new CarriedField("state", Object.class);

    public static final class Carrying implements Instrumentation {
        @Override
        public void describe(Description description) {
            description.name("carrying").feeds(Group.REDIS).library("example:carrying", "1.0", "2.0");
            description
                    .type(SERVICE)
                    .carries(START)
                    .carries(STATE)
                    .on(method("apply").takes("java.lang.String"), TracingAdvice.class);
        }
    }

    public static final class CarryingOnly implements Instrumentation {
        @Override
        public void describe(Description description) {
            description.name("only").feeds(Group.REDIS).library("example:carrying", "1.0", "2.0");
            description.type(SERVICE).carries(START);
        }
    }

    private static UnaryOperator<String> service() {
        return new ApplicationLoader().create(SERVICE);
    }

    private static VarHandle find(CarriedField field, Object owner) {
        return field.find(MethodHandles.lookup(), owner.getClass());
    }

    @Test
    void aFieldHoldsWhatWasPutThereAndNobodyElseSeesIt() throws Exception {
        try (TestAgent agent = TestAgent.of(new Carrying())) {
            Object service = service();
            Object other = service.getClass().getConstructor().newInstance();
            VarHandle start = find(START, service);
            VarHandle state = find(STATE, service);
            start.set(service, 7L);
            state.set(service, "seen");
            assertThat((long) start.getAndSet(service, 8L)).isEqualTo(7);
            assertThat((Object) state.get(service)).isEqualTo("seen");
            assertThat((long) start.get(other)).isZero();
            Field field = service.getClass().getField(START.memberName());
            assertThat(field.isSynthetic()).isTrue();
            assertThat(Modifier.isTransient(field.getModifiers())).isTrue();
        }
    }

    @Test
    void aRetransformationByAnotherAgentKeepsTheFieldAndItsValue() throws Exception {
        try (TestAgent agent = TestAgent.of(new Carrying())) {
            Object service = service();
            VarHandle start = find(START, service);
            start.set(service, 7L);
            agent.retransform(service.getClass());
            assertThat((long) start.get(service)).isEqualTo(7);
            assertThat(agent.status().errors()).containsEntry("carrying", 0L);
        }
    }

    @Test
    void aClassMayCarryAFieldAndNoHook() {
        try (TestAgent agent = TestAgent.of(new CarryingOnly())) {
            assertThat(find(START, service())).isNotNull();
        }
    }

    @Test
    void aClassLoadedBeforeTheAgentIsWovenWithoutAField() {
        UnaryOperator<String> service = service();
        try (TestAgent agent = TestAgent.of(new Carrying())) {
            service.apply("a");
            assertThat(Seen.take()).containsExactly("enter", "exit");
            assertThat(find(START, service)).isNull();
        }
    }

    @Test
    void eachLoaderHasAClassOfItsOwn() {
        UnaryOperator<String> before = service();
        try (TestAgent agent = TestAgent.of(new Carrying())) {
            assertThat(find(START, before)).isNull();
            assertThat(find(START, service())).isNotNull();
        }
    }

    @Test
    void aTypeThatTheLibraryMayNotKnowIsRefused() {
        assertThatThrownBy(() -> new CarriedField("list", List.class)).isInstanceOf(IllegalArgumentException.class);
    }
}
