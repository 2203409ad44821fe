package io.autobot.agent.instrumentation.rules;

import java.net.URISyntaxException;
import java.nio.file.Path;

/** Configuration files of the tests. */
final class Yaml {
    private Yaml() {}

    static Path path(String name) {
        try {
            return Path.of(Yaml.class.getResource("/rules/" + name + ".yaml").toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
