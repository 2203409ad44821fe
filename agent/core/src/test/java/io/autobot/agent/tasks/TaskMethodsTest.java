package io.autobot.agent.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import io.autobot.agent.config.Config;
import io.autobot.agent.config.Sources;
import io.autobot.agent.metrics.Histograms;
import io.autobot.agent.metrics.SeriesGuard;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.junit.jupiter.api.Test;

class TaskMethodsTest {
    private final TaskMethods methods = new TasksDomain(
                    new SeriesGuard(100), new Histograms(family -> null), Config.load(new Sources()))
            .methods("scheduler");

    private static class Base {
        public void work() {
            // Only its name matters.
        }
    }

    private static class Orders extends Base {}

    private static Method work() throws NoSuchMethodException {
        return Base.class.getMethod("work");
    }

    @Test
    void aMethodIsNamedByTheClassItIsCalledOn() throws Exception {
        assertThat(methods.kind(work(), Base.class).taskType()).isEqualTo("Base.work");
        assertThat(methods.kind(work(), Orders.class).taskType()).isEqualTo("Orders.work");
        assertThat(methods.kind(work(), Orders.class).agentType()).isEqualTo("scheduler");
    }

    @Test
    void anotherObjectForTheSameMethodIsTheSame() throws Exception {
        assertThat(work()).isNotSameAs(work());
        assertThat(methods.kind(work(), Orders.class)).isSameAs(methods.kind(work(), Orders.class));
    }

    @Test
    void aProxyIsNamedByTheInterface() throws Exception {
        Object proxy = Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Runnable.class}, (self, method, arguments) -> null);
        assertThat(methods.kind(Runnable.class.getMethod("run"), proxy.getClass())
                        .taskType())
                .isEqualTo("Runnable.run");
    }
}
