package io.autobot.agent.instrumentation.awssdk;

import static io.autobot.agent.spi.MethodMatch.method;
import static io.autobot.agent.spi.TypeTarget.Hook.hook;

import io.autobot.agent.spi.Description;
import io.autobot.agent.spi.Instrumentation;
import io.autobot.agent.status.Group;

/**
 * The AWS SDK for Java 2.x. Each attempt of each call of each service passes the stage of {@code sdk-core} that hands
 * the signed request to the HTTP client, whichever that is (read in 2.20.157, 2.54.14 and 2.58.0): an attempt that is
 * made again is a call of its own, and what is below, Apache's client, the JDK's or a native one, is part of it.
 */
public final class AwsSdkInstrumentation implements Instrumentation {
    private static final String STAGES = "software.amazon.awssdk.core.internal.http.pipeline.stages.";
    private static final String CONTEXT = "software.amazon.awssdk.core.internal.http.RequestExecutionContext";
    private static final String ASYNC_REQUEST = "software.amazon.awssdk.http.async.AsyncExecuteRequest";
    private static final String HANDLER = "software.amazon.awssdk.core.internal.http.TransformingAsyncResponseHandler";

    @Override
    public void describe(Description sdk) {
        sdk.name("aws-sdk")
                .feeds(Group.LLM, Group.GITHUB)
                .inGroup(Group.HTTP)
                .library("software.amazon.awssdk:sdk-core", "2.20", "2.58");
        sdk.type(STAGES + "MakeHttpRequestStage")
                .on(
                        method("executeHttpRequest").takes("software.amazon.awssdk.http.SdkHttpFullRequest", CONTEXT),
                        AttemptAdvice.class);
        sdk.type(STAGES + "MakeAsyncHttpRequestStage")
                .onFirst(
                        hook(
                                method("doExecuteHttpRequest").takes(CONTEXT, ASYNC_REQUEST + "$Builder", HANDLER),
                                AsyncAttemptAdvice.class),
                        // Still in 2.21.0.
                        hook(
                                method("doExecuteHttpRequest").takes(CONTEXT, ASYNC_REQUEST),
                                BuiltAsyncAttemptAdvice.class));
    }
}
