package io.autobot.agent.testkit.inprocess;

import io.autobot.agent.link.ReferenceCheck;
import io.autobot.agent.spi.Instrumentation;
import io.autobot.agent.testkit.references.ReferenceCollector;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The test's class path as the agent's, with the list of references that the build generates for the jar. */
final class InProcessLoader extends ClassLoader {
    private static final String ADVICE = "io/autobot/agent/instrumentation/";

    private final byte[] references;
    private final boolean throwing;

    /** @param throwing whether every advice is to throw as soon as it is called */
    InProcessLoader(ClassLoader classPath, List<Instrumentation> instrumentations, boolean throwing) {
        super("autobot-in-process", classPath);
        references = ReferenceCollector.write(new ReferenceCollector(classPath).collect(instrumentations))
                .getBytes(StandardCharsets.UTF_8);
        this.throwing = throwing;
    }

    @Override
    public InputStream getResourceAsStream(String name) {
        if (name.equals(ReferenceCheck.RESOURCE)) {
            return new ByteArrayInputStream(references);
        }
        InputStream stream = super.getResourceAsStream(name);
        return throwing && stream != null && name.startsWith(ADVICE) ? throwing(stream) : stream;
    }

    private static InputStream throwing(InputStream advice) {
        try (advice) {
            return new ByteArrayInputStream(ThrowingAdvice.of(advice.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
