import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.http.StreamResponse;
import com.openai.errors.OpenAIException;
import com.openai.models.chat.completions.ChatCompletionChunk;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.chat.completions.ChatCompletionStreamOptions;
import com.openai.models.embeddings.EmbeddingCreateParams;
import com.openai.models.responses.ResponseCreateParams;
import com.openai.models.responses.ResponseStreamEvent;
import java.util.Iterator;
import java.util.List;
import java.util.Scanner;

/** Calls OpenAI's SDK in every way the test wants to see. Argument: the base URL. */
public final class OpenAiProgram {
    private static final Scanner STDIN = new Scanner(System.in);

    public static void main(String[] args) throws Exception {
        OpenAIClient client = OpenAIOkHttpClient.builder()
                .baseUrl(args[0] + "/v1")
                .apiKey("sk-test")
                .maxRetries(2)
                .build();
        ChatCompletionCreateParams chat = ChatCompletionCreateParams.builder()
                .model("gpt-4o")
                .addUserMessage("hello")
                .build();
        for (int i = 0; i < 3; i++) {
            client.chat().completions().create(chat);
        }
        ChatCompletionCreateParams counted = chat.toBuilder()
                .streamOptions(ChatCompletionStreamOptions.builder()
                        .includeUsage(true)
                        .build())
                .build();
        for (ChatCompletionCreateParams asked : List.of(counted, chat)) {
            try (StreamResponse<ChatCompletionChunk> stream = client.chat().completions().createStreaming(asked)) {
                stream.stream().forEach(chunk -> {});
            }
        }
        // Given up after the first piece.
        try (StreamResponse<ChatCompletionChunk> stream = client.chat().completions().createStreaming(chat)) {
            Iterator<ChatCompletionChunk> chunks = stream.stream().iterator();
            chunks.next();
        }
        ResponseCreateParams question =
                ResponseCreateParams.builder().model("gpt-4o").input("hello").build();
        client.responses().create(question);
        try (StreamResponse<ResponseStreamEvent> stream = client.responses().createStreaming(question)) {
            stream.stream().forEach(event -> {});
        }
        client.embeddings()
                .create(EmbeddingCreateParams.builder()
                        .model("text-embedding-3-small")
                        .inputOfArrayOfStrings(List.of("a", "b"))
                        .build());
        client.async().chat().completions().create(chat).get();
        System.out.println("answers from here on");
        STDIN.nextLine();
        // The first attempt is refused and the second answered; then a key that is none.
        client.chat().completions().create(chat);
        try {
            client.chat().completions().create(chat);
        } catch (OpenAIException expected) {
            System.out.println(expected);
        }
        System.out.println("done");
        STDIN.nextLine();
    }
}
