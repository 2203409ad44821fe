package io.autobot.agent.testkit.redis;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Real Redis servers for tests. What is started before or in {@code @BeforeAll} ends after the last test of the class,
 * what is started in a test ends with that test.
 *
 * <pre>{@code
 * @RegisterExtension
 * static final RedisServers redis = new RedisServers();
 *
 * RedisProcess server = redis.standalone("requirepass secret");
 * RedisCluster cluster = redis.cluster(3);
 * }</pre>
 *
 * or {@code @ExtendWith(RedisServers.class)} and a parameter of type {@link RedisProcess}, {@link RedisCluster} (3
 * masters), {@link RedisSentinel} (2 replicas, 3 sentinels) or {@link RedisServers}. A test gets the object that
 * {@code @BeforeAll} or {@code @BeforeEach} was given, if it was. Not for tests that run in parallel within a class.
 */
public final class RedisServers
        implements BeforeAllCallback, AfterAllCallback, BeforeEachCallback, AfterEachCallback, ParameterResolver {
    private static final AtomicBoolean SAID = new AtomicBoolean();

    /** The innermost scope first; each closes what it started. */
    private final Deque<Scope> scopes = new ArrayDeque<>(List.of(new Scope()));

    /** One server; each argument is a line of a redis.conf, such as {@code maxclients 5}. */
    public RedisProcess standalone(String... config) {
        RedisProcess server = add(RedisProcess.start(RedisChoice.get(), false, List.of(config)));
        say(server);
        return server;
    }

    /** A cluster of masters that share the slots evenly. */
    public RedisCluster cluster(int masters, String... config) {
        return cluster(masters, 0, config);
    }

    /** A cluster whose masters have replicas each. */
    public RedisCluster cluster(int masters, int replicasEach, String... config) {
        RedisCluster cluster = add(RedisCluster.start(RedisChoice.get(), masters, replicasEach, List.of(config)));
        say(cluster.masters().get(0));
        return cluster;
    }

    /** A master with replicas and sentinels; the configuration is that of master and replicas. */
    public RedisSentinel sentinel(int replicas, int sentinels, String... config) {
        RedisSentinel group = add(RedisSentinel.start(RedisChoice.get(), replicas, sentinels, List.of(config)));
        say(group.master());
        return group;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        scopes.push(new Scope());
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        scopes.push(new Scope());
    }

    @Override
    public void afterEach(ExtensionContext context) {
        leave();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        leave();
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == RedisProcess.class
                || type == RedisCluster.class
                || type == RedisSentinel.class
                || type == RedisServers.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        if (type == RedisServers.class) {
            return this;
        }
        Optional<Object> known = scopes.stream()
                .flatMap(scope -> scope.injected.stream())
                .filter(type::isInstance)
                .findFirst();
        if (known.isPresent()) {
            return known.get();
        }
        Object made =
                type == RedisProcess.class ? standalone() : type == RedisCluster.class ? cluster(3) : sentinel(2, 3);
        scopes.element().injected.add(made);
        return made;
    }

    private <T extends AutoCloseable> T add(T started) {
        scopes.element().started.push(started);
        return started;
    }

    private void leave() {
        close(scopes.pop());
        if (scopes.size() == 1) {
            close(scopes.pop());
            scopes.push(new Scope());
        }
    }

    private static void close(Scope scope) {
        for (AutoCloseable one : scope.started) {
            try {
                one.close();
            } catch (Exception e) {
                throw new IllegalStateException("cannot close " + one, e);
            }
        }
    }

    private static void say(RedisProcess server) {
        if (SAID.compareAndSet(false, true)) {
            System.err.println("[testkit] Redis " + server.version() + ": "
                    + RedisChoice.get().describe());
        }
    }

    private static final class Scope {
        final Deque<AutoCloseable> started = new ArrayDeque<>();
        final List<Object> injected = new ArrayList<>();
    }
}
