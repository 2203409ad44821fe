import com.anthropic.client.AnthropicClient;
import com.anthropic.client.okhttp.AnthropicOkHttpClient;
import com.anthropic.core.http.StreamResponse;
import com.anthropic.errors.AnthropicException;
import com.anthropic.models.messages.MessageCountTokensParams;
import com.anthropic.models.messages.MessageCreateParams;
import com.anthropic.models.messages.RawMessageStreamEvent;
import java.util.Scanner;

/** Calls Anthropic's SDK in every way the test wants to see. Argument: the base URL. */
public final class AnthropicProgram {
    private static final Scanner STDIN = new Scanner(System.in);

    private static final MessageCreateParams PARAMS = MessageCreateParams.builder()
            .model("claude-sonnet-4-5")
            .maxTokens(100)
            .addUserMessage("hello")
            .build();

    public static void main(String[] args) throws Exception {
        AnthropicClient client = AnthropicOkHttpClient.builder()
                .baseUrl(args[0])
                .apiKey("key")
                .maxRetries(0)
                .build();
        client.messages().create(PARAMS);
        stream(client);
        client.messages()
                .countTokens(MessageCountTokensParams.builder()
                        .model("claude-sonnet-4-5")
                        .addUserMessage("hello")
                        .build());
        client.async().messages().create(PARAMS).get();
        System.out.println("answers from here on");
        STDIN.nextLine();
        for (Runnable call : new Runnable[] {() -> client.messages().create(PARAMS), () -> stream(client)}) {
            try {
                call.run();
            } catch (AnthropicException expected) {
                System.out.println(expected);
            }
        }
        System.out.println("done");
        STDIN.nextLine();
    }

    private static void stream(AnthropicClient client) {
        try (StreamResponse<RawMessageStreamEvent> stream = client.messages().createStreaming(PARAMS)) {
            stream.stream().forEach(event -> {});
        }
    }
}
