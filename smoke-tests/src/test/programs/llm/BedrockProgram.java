import java.net.URI;
import java.util.Scanner;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeAsyncClient;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClient;
import software.amazon.awssdk.services.bedrockruntime.model.ContentBlock;
import software.amazon.awssdk.services.bedrockruntime.model.ConversationRole;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseStreamResponseHandler;
import software.amazon.awssdk.services.bedrockruntime.model.InvokeModelWithResponseStreamResponseHandler;
import software.amazon.awssdk.services.bedrockruntime.model.Message;

/** Calls Bedrock through both clients of AWS's SDK. Argument: the base URL. */
public final class BedrockProgram {
    private static final Scanner STDIN = new Scanner(System.in);
    private static final String MODEL = "anthropic.claude-3-haiku-20240307-v1:0";
    private static final SdkBytes BODY = SdkBytes.fromUtf8String("{\"max_tokens\":10,\"messages\":[]}");
    private static final Message MESSAGE = Message.builder()
            .role(ConversationRole.USER)
            .content(ContentBlock.fromText("hello"))
            .build();

    public static void main(String[] args) {
        StaticCredentialsProvider key = StaticCredentialsProvider.create(AwsBasicCredentials.create("a", "b"));
        URI uri = URI.create(args[0]);
        BedrockRuntimeClient client = BedrockRuntimeClient.builder()
                .endpointOverride(uri)
                .region(Region.US_EAST_1)
                .credentialsProvider(key)
                .build();
        BedrockRuntimeAsyncClient async = BedrockRuntimeAsyncClient.builder()
                .endpointOverride(uri)
                .region(Region.US_EAST_1)
                .credentialsProvider(key)
                .overrideConfiguration(o -> o.retryStrategy(r -> r.maxAttempts(1)))
                .build();
        for (int i = 0; i < 2; i++) {
            client.converse(r -> r.modelId(MODEL).messages(MESSAGE));
            client.invokeModel(r -> r.modelId(MODEL).body(BODY));
            async.converse(r -> r.modelId(MODEL).messages(MESSAGE)).join();
            async.invokeModel(r -> r.modelId(MODEL).body(BODY)).join();
            converseStream(async).join();
            invokeStream(async).join();
        }
        client.invokeModel(r -> r.modelId("amazon.titan-embed-text-v2:0")
                .body(SdkBytes.fromUtf8String("{\"inputText\":\"hello\"}")));
        client.countTokens(r -> r.modelId(MODEL).input(i -> i.converse(c -> c.messages(MESSAGE))));
        System.out.println("answers from here on");
        STDIN.nextLine();
        // The first attempt is refused and the second answered.
        client.converse(r -> r.modelId(MODEL).messages(MESSAGE));
        refused(() -> async.converse(r -> r.modelId(MODEL).messages(MESSAGE)));
        refused(() -> converseStream(async));
        refused(() -> invokeStream(async));
        System.out.println("done");
        STDIN.nextLine();
    }

    private static void refused(Supplier<CompletableFuture<?>> call) {
        try {
            call.get().join();
            System.out.println("not refused");
        } catch (RuntimeException expected) {
            System.out.println(expected);
        }
    }

    private static CompletableFuture<Void> converseStream(BedrockRuntimeAsyncClient async) {
        return async.converseStream(
                r -> r.modelId(MODEL).messages(MESSAGE),
                ConverseStreamResponseHandler.builder().subscriber(event -> {}).build());
    }

    private static CompletableFuture<Void> invokeStream(BedrockRuntimeAsyncClient async) {
        return async.invokeModelWithResponseStream(
                r -> r.modelId(MODEL).body(BODY),
                InvokeModelWithResponseStreamResponseHandler.builder()
                        .subscriber(event -> {})
                        .build());
    }
}
