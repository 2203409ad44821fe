package io.autobot.agent.instrumentation.okhttp;

import static io.autobot.agent.spi.MethodMatch.method;

import io.autobot.agent.spi.Description;
import io.autobot.agent.spi.Instrumentation;
import io.autobot.agent.status.Group;

/**
 * OkHttp 3.0 to 5.5. Each call, executed or enqueued, passes one method of its own around all interceptors, redirects
 * and retries. That is where the reply is shown to the agent, so an interceptor of ours is in no list that the
 * application can see. Request bodies are shown where the library makes the sink that they are written to, inside of
 * interceptors, which like to know what kind of body they have. Read in 3.0.0, 3.3.1, 3.14.9, 4.0.0, 4.12.0, 5.0.0 and
 * 5.5.1.
 */
public final class OkHttpInstrumentation implements Instrumentation {
    private static final String INTERNAL = "okhttp3.internal.";
    private static final String REQUEST = "okhttp3.Request";

    @Override
    public void describe(Description okhttp) {
        okhttp.name("okhttp").feeds(Group.HTTP).library("com.squareup.okhttp3:okhttp", "3.0", "5.5");
        okhttp.type("okhttp3.RealCall").on(method("getResponseWithInterceptorChain"), CallAdvice.class);
        okhttp.type(INTERNAL + "connection.RealCall")
                .on(method("getResponseWithInterceptorChain$okhttp").takes(), CallAdvice.class);
        okhttp.type(INTERNAL + "connection.Exchange")
                .on(method("createRequestBody").takes(REQUEST, "boolean"), RequestBodyAdvice.class);
        // To 3.4, then to 3.13.
        for (String before :
                new String[] {"http.Http1xStream", "http.Http2xStream", "http1.Http1Codec", "http2.Http2Codec"}) {
            okhttp.type(INTERNAL + before)
                    .on(method("createRequestBody").takes(REQUEST, "long"), RequestBodyAdvice.class);
        }
    }
}
