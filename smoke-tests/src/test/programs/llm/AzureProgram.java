import com.azure.ai.openai.OpenAIClient;
import com.azure.ai.openai.OpenAIClientBuilder;
import com.azure.ai.openai.models.ChatCompletionStreamOptions;
import com.azure.ai.openai.models.ChatCompletionsOptions;
import com.azure.ai.openai.models.ChatRequestUserMessage;
import com.azure.ai.openai.models.EmbeddingsOptions;
import com.azure.core.credential.AzureKeyCredential;
import com.azure.core.exception.HttpResponseException;
import java.util.List;
import java.util.Scanner;

/** Calls Azure's SDK. Argument: the base URL, which must be one of TLS: the client sends its key in no other way. */
public final class AzureProgram {
    private static final Scanner STDIN = new Scanner(System.in);
    private static final String DEPLOYMENT = "my-deployment";

    public static void main(String[] args) {
        OpenAIClientBuilder builder =
                new OpenAIClientBuilder().endpoint(args[0]).credential(new AzureKeyCredential("key"));
        OpenAIClient client = builder.buildClient();
        for (int i = 0; i < 2; i++) {
            client.getChatCompletions(DEPLOYMENT, chat());
            builder.buildAsyncClient().getChatCompletions(DEPLOYMENT, chat()).block();
            client.getChatCompletionsStream(
                            DEPLOYMENT, chat(), new ChatCompletionStreamOptions().setIncludeUsage(true))
                    .forEach(chunk -> {});
        }
        client.getChatCompletionsStream(DEPLOYMENT, chat()).forEach(chunk -> {});
        client.getEmbeddings("my-embeddings", new EmbeddingsOptions(List.of("hello")));
        System.out.println("answers from here on");
        STDIN.nextLine();
        // The first attempt is refused and the second answered; then a key that is none.
        client.getChatCompletions(DEPLOYMENT, chat());
        try {
            client.getChatCompletions(DEPLOYMENT, chat());
        } catch (HttpResponseException expected) {
            System.out.println(expected);
        }
        System.out.println("done");
        STDIN.nextLine();
    }

    private static ChatCompletionsOptions chat() {
        return new ChatCompletionsOptions(List.of(new ChatRequestUserMessage("hello")));
    }
}
