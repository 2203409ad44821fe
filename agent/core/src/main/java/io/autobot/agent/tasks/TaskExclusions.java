package io.autobot.agent.tasks;

import io.autobot.agent.config.Config;
import io.autobot.agent.config.Options;
import io.autobot.agent.status.Group;
import java.util.ArrayList;
import java.util.List;

/**
 * Which tasks of executors do not count: what libraries do for themselves, and what a framework's instrumentation counts
 * under a better name. Immutable.
 */
final class TaskExclusions {
    /** Of classes. What wraps work of the application is looked into before. */
    private static final String[] LIBRARIES = {
        "java.",
        "javax.",
        "jdk.",
        "sun.",
        "com.sun.",
        "kotlin.",
        "kotlinx.coroutines.",
        "scala.concurrent.",
        "groovy.lang.",
        "io.netty.",
        "io.vertx.",
        "reactor.",
        "rx.",
        "io.reactivex.",
        "io.smallrye.",
        "io.grpc.",
        "akka.",
        "org.apache.pekko.",
        "org.springframework.",
        "jakarta.",
        "io.micronaut.",
        "io.quarkus.",
        "io.helidon.",
        "org.apache.tomcat.",
        "org.apache.catalina.",
        "org.apache.coyote.",
        "org.eclipse.jetty.",
        "io.undertow.",
        "org.xnio.",
        "org.jboss.",
        "org.wildfly.",
        "org.glassfish.",
        "com.linecorp.armeria.",
        "org.apache.http.",
        "org.apache.hc.",
        "okhttp3.",
        "okio.",
        "retrofit2.",
        "software.amazon.awssdk.",
        "com.amazonaws.",
        "com.azure.",
        "com.google.common.",
        "com.google.api.",
        "com.google.cloud.",
        "com.google.genai.",
        "com.openai.",
        "com.anthropic.",
        "dev.langchain4j.",
        "org.bsc.",
        "org.kohsuke.github.",
        "io.lettuce.",
        "redis.clients.",
        "org.redisson.",
        "com.zaxxer.hikari.",
        "org.postgresql.",
        "com.mysql.",
        "oracle.jdbc.",
        "com.mongodb.",
        "org.apache.kafka.",
        "com.rabbitmq.",
        "org.apache.activemq.",
        "org.apache.pulsar.",
        "org.elasticsearch.",
        "co.elastic.",
        "org.opensearch.",
        "org.apache.lucene.",
        "org.apache.zookeeper.",
        "org.apache.curator.",
        "com.netflix.",
        "org.apache.commons.",
        "com.github.benmanes.caffeine.",
        "org.ehcache.",
        "org.infinispan.",
        "com.hazelcast.",
        "org.hibernate.",
        "org.flywaydb.",
        "liquibase.",
        "org.quartz.",
        "org.jobrunr.",
        "com.github.kagkarlsson.",
        "io.github.resilience4j.",
        "dev.failsafe.",
        "net.jodah.failsafe.",
        "io.prometheus.",
        "io.micrometer.",
        "io.opentelemetry.",
        "io.opentracing.",
        "datadog.",
        "com.newrelic.",
        "com.dynatrace.",
        "io.sentry.",
        "ch.qos.logback.",
        "org.apache.logging.",
        "org.slf4j.",
        "org.jctools.",
        "org.junit.",
        "org.apache.maven.",
        "io.orkes.conductor.mq."
    };

    /** What frameworks hand to executors and an instrumentation of theirs counts: class or package, instrumentation. */
    private static final String[][] FRAMEWORKS = {
        {"org.springframework.scheduling.support.ScheduledMethodRunnable", "spring-tasks"},
        {"org.springframework.aop.interceptor.AsyncExecutionInterceptor", "spring-tasks"},
    };

    private static final String OURS = "io.autobot.agent.";
    private static final String OWN_THREADS = "autobot-";

    private final List<String> configured;
    private final List<String> counted = new ArrayList<>();

    TaskExclusions(Config config) {
        configured = config.get(Options.EXECUTORS_EXCLUDE);
        for (String[] framework : FRAMEWORKS) {
            if (!config.instrumentationEnabled(framework[1], Group.TASKS, true)) {
                // Better under the framework's class than not at all.
                counted.add(framework[0]);
            }
        }
    }

    /** @param className binary name */
    boolean excludesClass(String className) {
        if (startsWithAny(className, configured) || isOurs(className)) {
            return true;
        }
        if (startsWithAny(className, counted)) {
            return false;
        }
        for (String library : LIBRARIES) {
            if (className.startsWith(library)) {
                return true;
            }
        }
        return false;
    }

    /** What the agent has executors do. Below the package of instrumentations are only hooks, which run nothing. */
    private static boolean isOurs(String className) {
        return className.startsWith(OURS) && !className.startsWith(OURS + "instrumentation.");
    }

    /** @param name of the thread, without its number */
    boolean excludesThread(String name) {
        return name.startsWith(OWN_THREADS) || startsWithAny(name, configured);
    }

    private static boolean startsWithAny(String name, List<String> prefixes) {
        for (String prefix : prefixes) {
            if (name.startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }
}
