package io.autobot.agent.weave;

import java.io.IOException;
import java.io.InputStream;
import net.bytebuddy.dynamic.ClassFileLocator;

/** Finds class files among the agent's own resources and nowhere else: no class file of a library is ever read. */
final class AgentClassFiles implements ClassFileLocator {
    private final ClassLoader agentLoader;

    AgentClassFiles(ClassLoader agentLoader) {
        this.agentLoader = agentLoader;
    }

    @Override
    public Resolution locate(String name) throws IOException {
        if (!name.startsWith("io.autobot.agent.")) {
            return new Resolution.Illegal(name);
        }
        try (InputStream stream = agentLoader.getResourceAsStream(name.replace('.', '/') + ".class")) {
            return stream == null ? new Resolution.Illegal(name) : new Resolution.Explicit(stream.readAllBytes());
        }
    }

    @Override
    public void close() {
        // Holds nothing open.
    }
}
