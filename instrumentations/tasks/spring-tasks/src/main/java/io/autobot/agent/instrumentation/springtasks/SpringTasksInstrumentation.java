package io.autobot.agent.instrumentation.springtasks;

import static io.autobot.agent.spi.MethodMatch.lambdaIn;
import static io.autobot.agent.spi.MethodMatch.method;

import io.autobot.agent.spi.Description;
import io.autobot.agent.spi.Instrumentation;
import io.autobot.agent.status.Group;

/**
 * Methods that the Spring Framework runs by {@code @Scheduled} and by {@code @Async}, whatever executor is beneath.
 * Scheduled ones are run by {@code ScheduledMethodRunnable}, reactive ones (6.1 on) by subscribing to what they
 * returned. The body of an asynchronous one is a lambda in {@code AsyncExecutionInterceptor.invoke}, which hands the
 * failure of a method without a result to a handler in {@code handleError}.
 */
public final class SpringTasksInstrumentation implements Instrumentation {
    private static final String SCHEDULING = "org.springframework.scheduling.";
    private static final String REACTIVE = SCHEDULING + "annotation.ScheduledAnnotationReactiveSupport$";
    private static final String SUBSCRIBER = REACTIVE + "TrackingSubscriber";
    private static final String INTERCEPTOR = "org.springframework.aop.interceptor.AsyncExecution";
    private static final String INVOCATION = "org.aopalliance.intercept.MethodInvocation";
    private static final String METHOD = "java.lang.reflect.Method";
    private static final String OBJECT = "java.lang.Object";
    private static final String THROWABLE = "java.lang.Throwable";

    @Override
    public void describe(Description springTasks) {
        springTasks.name("spring-tasks").feeds(Group.TASKS).library("org.springframework:spring-context", "5.3", "7.0");
        springTasks
                .type(SCHEDULING + "support.ScheduledMethodRunnable")
                .on(method("run").takes(), ScheduledAdvice.class);
        springTasks
                .type(REACTIVE + "SubscribingRunnable")
                .on(
                        method("subscribe").takes(SUBSCRIBER, "io.micrometer.observation.Observation"),
                        SubscribeAdvice.class);
        springTasks
                .type(SUBSCRIBER)
                .on(method("onComplete").takes(), CompleteAdvice.class)
                .on(method("onError").takes(THROWABLE), ErrorAdvice.class)
                .on(method("run").takes(), CancelAdvice.class);
        springTasks
                .type(INTERCEPTOR + "Interceptor")
                .on(method("invoke").takes(INVOCATION), HandOverAdvice.class)
                .on(lambdaIn("invoke").takes(INVOCATION, METHOD).returns(OBJECT), BodyAdvice.class);
        springTasks
                .type(INTERCEPTOR + "AspectSupport")
                .on(method("handleError").takes(THROWABLE, METHOD, OBJECT + "[]"), HandleErrorAdvice.class);
    }
}
