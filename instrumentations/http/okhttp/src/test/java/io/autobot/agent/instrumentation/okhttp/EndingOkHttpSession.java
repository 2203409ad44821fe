package io.autobot.agent.instrumentation.okhttp;

import java.time.Duration;
import java.util.List;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.internal.concurrent.TaskRunner;

/**
 * A client whose threads end with it. OkHttp's own sleep for a minute before they do: those that tidy its pool, and one
 * that watches time-outs, of which there are none here, nor in HTTP/2 for what is left of a reply that is closed.
 */
public final class EndingOkHttpSession extends OkHttpSession {
    public EndingOkHttpSession() {
        super(new OkHttpClient.Builder()
                .protocols(List.of(Protocol.H2_PRIOR_KNOWLEDGE))
                .connectTimeout(Duration.ZERO)
                .readTimeout(Duration.ZERO)
                .writeTimeout(Duration.ZERO)
                .build());
    }

    @Override
    public void close() {
        super.close();
        ((TaskRunner.RealBackend) TaskRunner.INSTANCE.getBackend()).shutdown();
    }
}
