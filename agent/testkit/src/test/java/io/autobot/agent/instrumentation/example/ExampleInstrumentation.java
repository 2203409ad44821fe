package io.autobot.agent.instrumentation.example;

import static io.autobot.agent.spi.MethodMatch.method;

import io.autobot.agent.spi.Description;
import io.autobot.agent.spi.Instrumentation;
import io.autobot.agent.status.Group;
import net.bytebuddy.asm.Advice;

/** Counts a PING for every greeting, and fails where the greeting is for nobody. */
public final class ExampleInstrumentation implements Instrumentation {
    @Override
    public void describe(Description description) {
        description
                .name("example")
                .feeds(Group.REDIS)
                .library("example:greetings", "1.0", "2.0")
                .type("io.autobot.agent.testkit.inprocess.WeavingExtensionTest$Greeting")
                .on(method("apply").takes("java.lang.String"), GreetingAdvice.class);
    }

    public static final class GreetingAdvice {
        private GreetingAdvice() {}

        @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
        public static void greeting(@Advice.Argument(0) String name) {
            if (name.isEmpty()) {
                throw new IllegalStateException("nobody");
            }
            Greetings.count();
        }
    }
}
