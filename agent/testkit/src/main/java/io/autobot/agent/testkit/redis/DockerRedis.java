package io.autobot.agent.testkit.redis;

import io.autobot.agent.testkit.library.Libraries;
import io.autobot.agent.testkit.library.LibraryLoader;
import io.autobot.agent.testkit.library.Versions;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Runs Redis in containers on the host's network, so that the nodes of a cluster reach each other and the test by the
 * same addresses. Testcontainers is loaded apart from the tests.
 */
final class DockerRedis implements RedisLauncher {
    private static final String IMAGE = "redis:7.0.15";

    private final BiFunction<String, List<String>, String> docker;
    private final LibraryLoader loader;

    private DockerRedis(LibraryLoader loader, BiFunction<String, List<String>, String> docker) {
        this.loader = loader;
        this.docker = docker;
    }

    /** Empty where no Docker answers. */
    static Optional<RedisLauncher> find() {
        if (System.getenv("DOCKER_HOST") == null && !new File("/var/run/docker.sock").exists()) {
            return Optional.empty();
        }
        // The binding first, for its version of the logging facade to win over the older one of Testcontainers.
        LibraryLoader loader = LibraryLoader.of(
                Libraries.resolveAll(List.of(
                        "org.slf4j:slf4j-nop:" + Versions.of("slf4j"),
                        "org.testcontainers:testcontainers:" + Versions.of("testcontainers"))),
                DockerRedis.class);
        @SuppressWarnings("unchecked")
        BiFunction<String, List<String>, String> docker = (BiFunction<String, List<String>, String>)
                loader.within(() -> loader.loadClass(ContainerControl.class.getName())
                        .getDeclaredConstructor()
                        .newInstance());
        DockerRedis found = new DockerRedis(loader, docker);
        return found.ask("available").equals("true") ? Optional.of(found) : Optional.empty();
    }

    @Override
    public String describe() {
        return "container " + IMAGE;
    }

    @Override
    public RedisChild start(Path config, boolean sentinel) {
        try {
            String id = ask("start", IMAGE, inContainer(Files.readString(config)), Boolean.toString(sentinel));
            return new Child(this, id);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + config, e);
        }
    }

    /** The test's own folder does not exist there. */
    private static String inContainer(String config) {
        return config.replaceAll("(?m)^dir .*$", "dir /data");
    }

    private String ask(String what, String... arguments) {
        return loader.within(() -> docker.apply(what, List.of(arguments)));
    }

    private record Child(DockerRedis docker, String id) implements RedisChild {
        @Override
        public boolean isAlive() {
            return docker.ask("alive", id).equals("true");
        }

        @Override
        public void pause() {
            docker.ask("pause", id);
        }

        @Override
        public void resume() {
            docker.ask("resume", id);
        }

        @Override
        public void kill() {
            docker.ask("kill", id);
        }

        @Override
        public String output() {
            return docker.ask("output", id);
        }
    }
}
