package io.autobot.agent.instrumentation.awssdk;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.http.async.SdkAsyncHttpClient;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeAsyncClient;
import software.amazon.awssdk.services.bedrockruntime.model.ContentBlockDeltaEvent;
import software.amazon.awssdk.services.bedrockruntime.model.ConversationRole;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseStreamResponseHandler;
import software.amazon.awssdk.services.bedrockruntime.model.InvokeModelWithResponseStreamResponseHandler;
import software.amazon.awssdk.services.bedrockruntime.model.PayloadPart;

/** The asynchronous client of Bedrock's runtime. */
public final class AsyncBedrock implements AwsCaller {
    private final SdkAsyncHttpClient http;
    private final BedrockRuntimeAsyncClient client;

    public AsyncBedrock(Options options) {
        http = Clients.asyncHttp(options.http(), null);
        client = Clients.configured(BedrockRuntimeAsyncClient.builder(), options)
                .httpClient(http)
                .build();
    }

    private static final class Events<E> implements Subscriber<E>, Stream {
        private final BlockingQueue<String> events = new LinkedBlockingQueue<>();
        private final Function<E, String> text;
        private volatile Subscription subscription;
        private volatile CompletableFuture<?> future;

        Events(Function<E, String> text) {
            this.text = text;
        }

        @Override
        public void onSubscribe(Subscription made) {
            subscription = made;
            made.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(E event) {
            events.add(text.apply(event));
        }

        @Override
        public void onError(Throwable failure) {
            events.add("failed");
        }

        @Override
        public void onComplete() {
            events.add("complete");
        }

        @Override
        public BlockingQueue<String> events() {
            return events;
        }

        @Override
        public CompletableFuture<?> future() {
            return future;
        }

        @Override
        public void cancel() {
            subscription.cancel();
        }
    }

    @Override
    public byte[] invoke(String model, byte[] body) throws Exception {
        return client.invokeModel(call ->
                        call.modelId(model).contentType("application/json").body(SdkBytes.fromByteArray(body)))
                .get()
                .body()
                .asByteArray();
    }

    @Override
    public String converse(String model, String text) throws Exception {
        return client.converse(call -> call.modelId(model)
                        .messages(message -> message.role(ConversationRole.USER).content(part -> part.text(text))))
                .get()
                .output()
                .message()
                .content()
                .get(0)
                .text();
    }

    @Override
    public Stream invokeStream(String model) {
        Events<Object> events =
                new Events<>(event -> ((PayloadPart) event).bytes().asUtf8String());
        events.future = client.invokeModelWithResponseStream(
                call -> call.modelId(model).contentType("application/json").body(SdkBytes.fromUtf8String("{}")),
                InvokeModelWithResponseStreamResponseHandler.builder()
                        .onEventStream(publisher -> publisher.subscribe(events))
                        .build());
        return events;
    }

    @Override
    public Stream converseStream(String model) {
        Events<Object> events = new Events<>(event -> event instanceof ContentBlockDeltaEvent
                ? ((ContentBlockDeltaEvent) event).delta().text()
                : "other");
        events.future = client.converseStream(
                call -> call.modelId(model)
                        .messages(message -> message.role(ConversationRole.USER).content(part -> part.text("hi"))),
                ConverseStreamResponseHandler.builder()
                        .onEventStream(publisher -> publisher.subscribe(events))
                        .build());
        return events;
    }

    @Override
    public void close() {
        client.close();
        http.close();
    }
}
