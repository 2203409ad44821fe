import dev.langchain4j.model.anthropic.AnthropicChatModel;
import dev.langchain4j.model.anthropic.AnthropicStreamingChatModel;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import java.util.Scanner;
import java.util.concurrent.CompletableFuture;

/** Calls Anthropic through LangChain4j, which has a client of its own for it. Argument: the base URL. */
public final class LangChain4jAnthropicProgram {
    private static final Scanner STDIN = new Scanner(System.in);

    public static void main(String[] args) throws Exception {
        String url = args[0] + "/v1";
        AnthropicChatModel model = AnthropicChatModel.builder()
                .baseUrl(url)
                .apiKey("key")
                .modelName("claude-sonnet-4-5")
                .maxRetries(0)
                .build();
        AnthropicStreamingChatModel streaming = AnthropicStreamingChatModel.builder()
                .baseUrl(url)
                .apiKey("key")
                .modelName("claude-sonnet-4-5")
                .build();
        for (int i = 0; i < 2; i++) {
            model.chat("hello " + i);
            stream(streaming).get();
        }
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

    private static CompletableFuture<ChatResponse> stream(AnthropicStreamingChatModel model) {
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
