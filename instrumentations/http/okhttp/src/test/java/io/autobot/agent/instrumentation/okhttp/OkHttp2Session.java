package io.autobot.agent.instrumentation.okhttp;

import java.util.List;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;

/** A client that speaks HTTP/2 alone. */
public final class OkHttp2Session extends OkHttpSession {
    public OkHttp2Session() {
        super(new OkHttpClient.Builder()
                .protocols(List.of(Protocol.H2_PRIOR_KNOWLEDGE))
                .build());
    }
}
