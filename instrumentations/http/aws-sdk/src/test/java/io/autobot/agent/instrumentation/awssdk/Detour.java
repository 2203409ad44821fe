package io.autobot.agent.instrumentation.awssdk;

import java.net.URI;
import java.util.Optional;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpRequest;

/** Sends a call of the SDK to where the test wants it, by the means that the SDK has for that. */
final class Detour implements ExecutionInterceptor {
    private static final ExecutionAttribute<URI> TO = new ExecutionAttribute<>("detour");

    /** For the call that goes there. */
    static void to(URI uri, AwsRequestOverrideConfiguration.Builder call) {
        call.putExecutionAttribute(TO, uri);
    }

    @Override
    public SdkHttpRequest modifyHttpRequest(Context.ModifyHttpRequest call, ExecutionAttributes attributes) {
        URI uri = Optional.ofNullable(attributes.getAttribute(TO)).orElseThrow();
        SdkHttpRequest.Builder there = call.httpRequest().toBuilder()
                .protocol(uri.getScheme())
                .host(uri.getHost())
                .port(uri.getPort())
                .encodedPath(uri.getRawPath())
                .clearQueryParameters();
        if (uri.getRawQuery() != null) {
            for (String pair : uri.getRawQuery().split("&")) {
                int equal = pair.indexOf('=');
                there.putRawQueryParameter(pair.substring(0, equal), pair.substring(equal + 1));
            }
        }
        return there.build();
    }
}
