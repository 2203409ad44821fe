package io.autobot.agent.dist;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.autobot.agent.spi.TypeTarget.Hook;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.bytebuddy.asm.Advice;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What every advice must be so that it can neither break nor slow down the woven method. Read from class files: the
 * libraries are not there.
 */
class AdviceRulesTest {
    /** All at once: each import looks up the same annotations anew. */
    private static final JavaClasses ADVICES = new ClassFileImporter()
            .importClasses(Advices.hooks().stream().<Class<?>>map(Hook::advice).collect(Collectors.toSet()));

    static Stream<Hook> hooks() {
        return Advices.hooks().stream();
    }

    @ParameterizedTest
    @MethodSource("hooks")
    void adviceIsCalledNotCopiedAndSwallowsWhatItThrows(Hook hook) {
        List<String> broken = new ArrayList<>();
        JavaClass advice = ADVICES.get(hook.advice());
        check(broken, advice.getModifiers().contains(JavaModifier.PUBLIC), "the class is not public");
        check(
                broken,
                advice.getPackageName().startsWith("io.autobot.agent.instrumentation."),
                "it is not where advice is loaded beside the library");
        int found = 0;
        for (JavaMethod method : advice.getMethods()) {
            if (method.isAnnotatedWith(Advice.OnMethodEnter.class)) {
                Advice.OnMethodEnter enter = method.getAnnotationOfType(Advice.OnMethodEnter.class);
                checkMethod(broken, method, enter.inline(), enter.suppress());
                found++;
            }
            if (method.isAnnotatedWith(Advice.OnMethodExit.class)) {
                Advice.OnMethodExit exit = method.getAnnotationOfType(Advice.OnMethodExit.class);
                checkMethod(broken, method, exit.inline(), exit.suppress());
                boolean always = exit.onThrowable() == Throwable.class;
                // The JVM does not let a constructor be wrapped in a handler.
                boolean onConstructor = hook.match().toString().startsWith("<init>");
                check(broken, always != onConstructor, method.getName() + " has the wrong onThrowable");
                found++;
            }
        }
        check(broken, found > 0, "there is no advice in it");
        assertThat(broken).as(hook.advice().getName()).isEmpty();
    }

    private static void checkMethod(List<String> broken, JavaMethod method, boolean inline, Class<?> suppressed) {
        String name = method.getName();
        check(broken, method.getModifiers().contains(JavaModifier.PUBLIC), name + " is not public");
        check(broken, method.getModifiers().contains(JavaModifier.STATIC), name + " is not static");
        check(broken, !inline, name + " is inlined");
        check(broken, suppressed == Throwable.class, name + " lets throwables out");
    }

    private static void check(List<String> broken, boolean holds, String otherwise) {
        if (!holds) {
            broken.add(otherwise);
        }
    }
}
