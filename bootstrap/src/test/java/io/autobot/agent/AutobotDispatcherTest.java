package io.autobot.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.lang.invoke.CallSite;
import java.lang.invoke.ConstantCallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.WrongMethodTypeException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** The dispatcher is one per JVM and installed once, hence the order. The test JVM opens {@code java.lang}. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AutobotDispatcherTest {
    private static final MethodHandles.Lookup HERE = MethodHandles.lookup();

    private static final MethodType SITE = MethodType.methodType(int.class, Object.class);

    private static final List<String> FAILURES = new ArrayList<>();

    private static Class<?> dispatcher;

    private static MethodHandle bootstrap;

    private static MethodHandle failed;

    private static MethodHandle install;

    private static RuntimeException thrownByLinker;

    private static CallSite answer;

    @BeforeAll
    static void define() throws Exception {
        try (InputStream in = AutobotDispatcherTest.class.getResourceAsStream("/dispatcher.classdata")) {
            dispatcher = MethodHandles.privateLookupIn(Object.class, HERE).defineClass(in.readAllBytes());
        }
        bootstrap = MethodHandles.publicLookup()
                .findStatic(
                        dispatcher,
                        "bootstrap",
                        MethodType.methodType(
                                CallSite.class,
                                MethodHandles.Lookup.class,
                                String.class,
                                MethodType.class,
                                Object[].class));
        failed = MethodHandles.publicLookup()
                .findStatic(
                        dispatcher,
                        "failed",
                        MethodType.methodType(void.class, Throwable.class, String.class, String.class));
        install = MethodHandles.privateLookupIn(dispatcher, HERE)
                .findStatic(
                        dispatcher,
                        "install",
                        MethodType.methodType(boolean.class, MethodHandle.class, MethodHandle.class));
    }

    @AfterEach
    void forget() {
        thrownByLinker = null;
        answer = null;
        FAILURES.clear();
    }

    @Test
    @Order(1)
    void withoutAnAgentASiteDoesNothing() throws Throwable {
        assertThat(call(link())).isZero();
        assertThatCode(() -> failed.invoke(new Exception(), "jedis", "Advice")).doesNotThrowAnyException();
    }

    @Test
    @Order(2)
    void handlesThatDoNotFitAreRefusedAndNothingIsInstalled() {
        MethodHandle wrong = MethodHandles.constant(int.class, 1);

        assertThatThrownBy(() -> install.invoke(wrong, wrong)).isInstanceOf(WrongMethodTypeException.class);
        assertThatThrownBy(() -> install.invoke(linker(), wrong)).isInstanceOf(WrongMethodTypeException.class);
    }

    @Test
    @Order(3)
    void theAgentIsInstalledOnceAndNobodyElseAfterIt() throws Throwable {
        assertThat((boolean) install.invoke(linker(), sink())).isTrue();
        assertThat((boolean) install.invoke(linker(), sink())).isFalse();
        assertThatThrownBy(() -> MethodHandles.publicLookup().findStatic(dispatcher, "install", install.type()))
                .isInstanceOf(IllegalAccessException.class);
    }

    @Test
    @Order(4)
    void aSiteIsWhatTheLinkerAnswers() throws Throwable {
        answer = new ConstantCallSite(
                MethodHandles.dropArguments(MethodHandles.constant(int.class, 7), 0, Object.class));

        assertThat(link()).isSameAs(answer);
    }

    @Test
    @Order(5)
    void aLinkerThatThrowsOrAnswersNonsenseLeavesASiteThatDoesNothing() throws Throwable {
        thrownByLinker = new IllegalStateException("no advice");
        assertThat(call(link())).isZero();
        assertThat(FAILURES).containsExactly("no advice linker enter");

        thrownByLinker = null;
        assertThat(call(link())).as("null").isZero();

        answer = new ConstantCallSite(MethodHandles.constant(String.class, "wrong type"));
        assertThat(call(link())).as("another type").isZero();
    }

    @Test
    @Order(6)
    void aSwallowedErrorReachesTheSinkAndAThrowingSinkNobody() throws Throwable {
        failed.invoke(new Exception("boom"), "jedis", "SendAdvice");
        assertThat(FAILURES).containsExactly("boom jedis SendAdvice");

        assertThatCode(() -> failed.invoke(new Exception("hostile"), "jedis", "SendAdvice"))
                .doesNotThrowAnyException();
    }

    private static CallSite link() throws Throwable {
        return (CallSite) bootstrap.invoke(HERE, "enter", SITE, new Object[] {"jedis"});
    }

    private static int call(CallSite site) throws Throwable {
        return (int) site.dynamicInvoker().invoke((Object) "argument");
    }

    private static MethodHandle linker() throws ReflectiveOperationException {
        return HERE.findStatic(AutobotDispatcherTest.class, "linking", bootstrap.type());
    }

    private static MethodHandle sink() throws ReflectiveOperationException {
        return HERE.findStatic(AutobotDispatcherTest.class, "sinking", failed.type());
    }

    static CallSite linking(MethodHandles.Lookup caller, String name, MethodType type, Object... arguments) {
        if (thrownByLinker != null) {
            throw thrownByLinker;
        }
        assertThat(arguments).containsExactly("jedis");
        return answer;
    }

    static void sinking(Throwable thrown, String instrumentation, String advice) {
        if (thrown.getMessage().equals("hostile")) {
            throw new IllegalStateException("the sink itself fails");
        }
        FAILURES.add(thrown.getMessage() + " " + instrumentation + " " + advice);
    }
}
