package io.autobot.agent.testkit.jvm;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Kills the JVMs of a test at its end, and prints what they said when the test failed.
 *
 * <pre>{@code
 * @RegisterExtension
 * final ForkedJvms jvms = new ForkedJvms();
 *
 * ForkedJvm service = jvms.start(ForkedJvm.on(Jdks.jdk25()).agent("port=0").main("Main"));
 * }</pre>
 *
 * An instance field, used by the test's own thread.
 */
public final class ForkedJvms implements AfterEachCallback {
    private final List<ForkedJvm> started = new ArrayList<>();

    /** Starts a JVM that ends with the test. */
    public ForkedJvm start(ForkedJvmBuilder builder) {
        ForkedJvm jvm = builder.start();
        started.add(jvm);
        return jvm;
    }

    @Override
    public void afterEach(ExtensionContext context) {
        started.forEach(ForkedJvm::close);
        if (context.getExecutionException().isPresent()) {
            started.forEach(jvm -> System.err.println("[testkit] " + context.getDisplayName() + ": " + jvm.report()));
        }
        started.clear();
    }
}
