package io.autobot.agent.instrumentation.okhttp;

import io.autobot.agent.testkit.http.HttpCaller;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.ResponseBody;

/** A client of whatever release is beside it; uses what all of them have. */
public class OkHttpSession implements HttpCaller {
    private final OkHttpClient client;

    public OkHttpSession() {
        this(new OkHttpClient.Builder().build());
    }

    OkHttpSession(OkHttpClient client) {
        this.client = client;
    }

    @Override
    public Reply send(URI uri, byte[] body, Duration patience) throws Exception {
        OkHttpClient sending = patience == null
                ? client
                : client.newBuilder()
                        // Old releases would try again on a connection that was idle.
                        .retryOnConnectionFailure(false)
                        .readTimeout(patience.toMillis(), TimeUnit.MILLISECONDS)
                        .build();
        Response response = sending.newCall(request(uri, body)).execute();
        try (ResponseBody reply = response.body()) {
            return new Reply(response.code(), reply.bytes());
        }
    }

    @Override
    public InputStream open(URI uri, byte[] body) throws Exception {
        CompletableFuture<InputStream> opened = new CompletableFuture<>();
        client.newCall(request(uri, body)).enqueue(new Callback() {
            @Override
            public void onResponse(Call call, Response response) {
                opened.complete(new Patient(response.body().byteStream()));
            }

            @Override
            public void onFailure(Call call, IOException failure) {
                opened.completeExceptionally(failure);
            }
        });
        return opened.get();
    }

    @Override
    public Runnable start(URI uri, byte[] body) {
        Call call = client.newCall(request(uri, body));
        call.enqueue(new Callback() {
            @Override
            public void onResponse(Call replied, Response response) {
                response.body().close();
            }

            @Override
            public void onFailure(Call failed, IOException failure) {
                // As it was cancelled.
            }
        });
        return call::cancel;
    }

    /** Okio waits for a byte when it is asked for none, which the JDK does at the end of what it wants. */
    private static final class Patient extends FilterInputStream {
        Patient(InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] bytes, int offset, int count) throws IOException {
            return count == 0 ? 0 : super.read(bytes, offset, count);
        }
    }

    private static Request request(URI uri, byte[] body) {
        Request.Builder request = new Request.Builder().url(uri.toString());
        return body == null
                ? request.build()
                : request.post(RequestBody.create(MediaType.parse("application/json"), body))
                        .build();
    }

    @Override
    public boolean decodes(String encoding) {
        return encoding.equals("gzip");
    }

    /** Later releases of 4 do, which are those that tell their number by a class. */
    @Override
    public boolean repeatsPosts() {
        try {
            Class.forName("okhttp3.OkHttp");
            return true;
        } catch (ClassNotFoundException older) {
            return false;
        }
    }

    @Override
    public void close() {
        client.dispatcher().executorService().shutdown();
        client.connectionPool().evictAll();
    }
}
