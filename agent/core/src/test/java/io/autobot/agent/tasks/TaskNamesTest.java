package io.autobot.agent.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaskNamesTest {
    /** To be named by its signature. */
    public <T> Map<String, List<T>> loaded(Map<String, List<T>> by, int count) throws IllegalStateException {
        return by;
    }

    @Test
    void aSignatureIsItsClassAndMethod() throws Exception {
        String signature = getClass().getMethod("loaded", Map.class, int.class).toGenericString();
        assertThat(signature).contains("(").contains("throws");
        assertThat(TaskNames.ofSignature(signature)).isEqualTo("TaskNamesTest.loaded");
    }

    @Test
    void soIsAMethodWithPackageAndClass() {
        assertThat(TaskNames.ofSignature("com.example.Orders.fetch")).isEqualTo("Orders.fetch");
    }

    @ParameterizedTest
    @CsvSource({"orders", "orders.fetch", "orders.fetch.all", "Orders.fetch", ".", "fetch (slowly)", "fetch()"})
    void aNameThatSomebodyChoseStays(String name) {
        assertThat(TaskNames.ofSignature(name)).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({
        "com.example.Orders.fetch, Orders.fetch",
        "com.example.Orders$Cached.fetch, Cached.fetch",
        "com.example.Orders$$SpringCGLIB$$0.fetch, Orders.fetch",
        "Orders.fetch, Orders.fetch",
        "fetch, fetch"
    })
    void aQualifiedMethod(String qualified, String name) {
        assertThat(TaskNames.ofMethod(qualified)).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({
        "com.example.Orders, Orders",
        "com.example.Orders$Cached, Cached",
        "com.example.Orders$1, Orders",
        "com.example.Orders$Cached$2, Cached",
        "com.example.Orders2, Orders2",
        "com.example.Orders$$Lambda/0x00007f1234, Orders",
        "com.example.Orders$$Lambda$14/0x00007f1234, Orders"
    })
    void aClass(String className, String name) {
        assertThat(TaskNames.ofClass(className)).isEqualTo(name);
    }

    @Test
    void aLambdaIsWhereItWasWritten() {
        Supplier<String> lambda = () -> "";
        Supplier<String> anonymous = new Supplier<>() {
            @Override
            public String get() {
                return "";
            }
        };
        assertThat(TaskNames.ofClass(lambda.getClass().getName())).isEqualTo("TaskNamesTest");
        assertThat(TaskNames.ofClass(anonymous.getClass().getName())).isEqualTo("TaskNamesTest");
    }
}
