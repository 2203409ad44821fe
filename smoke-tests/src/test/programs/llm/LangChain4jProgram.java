import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.openai.OpenAiEmbeddingModel;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import java.util.Scanner;
import java.util.concurrent.CompletableFuture;

/** Calls a provider like OpenAI through LangChain4j. Argument: the base URL. */
public final class LangChain4jProgram {
    private static final Scanner STDIN = new Scanner(System.in);

    public static void main(String[] args) throws Exception {
        String url = args[0] + "/openai/v1";
        OpenAiChatModel model = OpenAiChatModel.builder()
                .baseUrl(url)
                .apiKey("key")
                .modelName("llama-3.3-70b-versatile")
                .maxRetries(0)
                .build();
        OpenAiStreamingChatModel streaming = OpenAiStreamingChatModel.builder()
                .baseUrl(url)
                .apiKey("key")
                .modelName("llama-3.3-70b-versatile")
                .build();
        for (int i = 0; i < 3; i++) {
            model.chat("hello " + i);
            stream(streaming).get();
        }
        OpenAiEmbeddingModel.builder()
                .baseUrl(url)
                .apiKey("key")
                .modelName("embedder")
                .build()
                .embed("hello");
        System.out.println("refused from here on");
        STDIN.nextLine();
        try {
            model.chat("once more");
        } catch (RuntimeException expected) {
            System.out.println(expected);
        }
        System.out.println("done");
        STDIN.nextLine();
    }

    private static CompletableFuture<ChatResponse> stream(OpenAiStreamingChatModel model) {
        CompletableFuture<ChatResponse> whole = new CompletableFuture<>();
        model.chat("hello", new StreamingChatResponseHandler() {
            @Override
            public void onCompleteResponse(ChatResponse response) {
                whole.complete(response);
            }

            @Override
            public void onError(Throwable error) {
                whole.completeExceptionally(error);
            }
        });
        return whole;
    }
}
