package io.autobot.agent.instrumentation.awssdk;

import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;
import org.reactivestreams.FlowAdapters;
import software.amazon.awssdk.core.async.AsyncRequestBody;
import software.amazon.awssdk.http.async.AsyncExecuteRequest;
import software.amazon.awssdk.http.async.SdkAsyncHttpClient;

/** The asynchronous half of {@link JdkHttp}; a reply comes in one piece, which is all that is asked of it. */
final class AsyncJdkHttp implements SdkAsyncHttpClient {
    private final HttpClient client = HttpClient.newHttpClient();

    @Override
    public CompletableFuture<Void> execute(AsyncExecuteRequest asked) {
        return client.sendAsync(
                        JdkHttp.request(
                                asked.request(),
                                BodyPublishers.fromPublisher(
                                        FlowAdapters.toFlowPublisher(asked.requestContentPublisher()))),
                        BodyHandlers.ofByteArray())
                .thenAccept(reply -> {
                    asked.responseHandler().onHeaders(JdkHttp.head(reply));
                    asked.responseHandler().onStream(AsyncRequestBody.fromBytes(reply.body()));
                });
    }

    @Override
    public void close() {
        // The JDK's client closes itself.
    }
}
