package io.autobot.agent.instrumentation.okhttp;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import okhttp3.OkHttpClient;
import okhttp3.Request;

/** Asks an address that is silent, with a time for the whole call, after another; gives what the application is told. */
public final class CallTimeoutSession implements Function<String, String> {
    @Override
    public String apply(String url) {
        OkHttpClient patient = new OkHttpClient();
        OkHttpClient client =
                patient.newBuilder().callTimeout(1, TimeUnit.SECONDS).build();
        try {
            patient.newCall(new Request.Builder()
                            .url(url.replace("/claimed/silent", "/echo"))
                            .build())
                    .execute()
                    .close();
            client.newCall(new Request.Builder().url(url).build()).execute().close();
            return "a reply";
        } catch (IOException failure) {
            return failure.getMessage();
        }
    }
}
