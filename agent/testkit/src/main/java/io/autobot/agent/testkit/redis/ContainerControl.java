package io.autobot.agent.testkit.redis;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.startupcheck.IsRunningStartupCheckStrategy;
import org.testcontainers.images.builder.Transferable;

/** Testcontainers behind JDK types only: {@link DockerRedis} loads this class in a loader of its own. */
public final class ContainerControl implements BiFunction<String, List<String>, String> {
    private static final String CONFIG = "/tmp/redis.conf";

    private final Map<String, GenericContainer<?>> running = new ConcurrentHashMap<>();

    @Override
    public String apply(String what, List<String> arguments) {
        if (what.equals("available")) {
            return Boolean.toString(DockerClientFactory.instance().isDockerAvailable());
        }
        if (what.equals("start")) {
            return start(arguments.get(0), arguments.get(1), Boolean.parseBoolean(arguments.get(2)));
        }
        String id = arguments.get(0);
        GenericContainer<?> container = running.get(id);
        switch (what) {
            case "alive":
                return Boolean.toString(container != null && container.isRunning());
            case "pause":
                container.getDockerClient().pauseContainerCmd(id).exec();
                return "";
            case "resume":
                container.getDockerClient().unpauseContainerCmd(id).exec();
                return "";
            case "kill":
                if (running.remove(id) != null) {
                    container.stop();
                }
                return "";
            case "output":
                return container == null ? "" : container.getLogs();
            default:
                throw new IllegalArgumentException(what);
        }
    }

    private String start(String image, String config, boolean sentinel) {
        GenericContainer<?> container = new GenericContainer<>(image)
                .withNetworkMode("host")
                .withStartupCheckStrategy(new IsRunningStartupCheckStrategy())
                .withCopyToContainer(Transferable.of(config, 0666), CONFIG)
                .withCommand(
                        sentinel
                                ? new String[] {"redis-server", CONFIG, "--sentinel"}
                                : new String[] {"redis-server", CONFIG});
        container.start();
        running.put(container.getContainerId(), container);
        return container.getContainerId();
    }
}
