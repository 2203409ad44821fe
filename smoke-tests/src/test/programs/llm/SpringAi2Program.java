import java.util.List;
import java.util.Scanner;
import org.springframework.ai.chat.client.ChatClient;
import org.springframework.ai.openai.OpenAiChatModel;
import org.springframework.ai.openai.OpenAiChatOptions;
import org.springframework.ai.openai.OpenAiEmbeddingModel;
import org.springframework.ai.openai.OpenAiEmbeddingOptions;
import org.springframework.ai.tool.annotation.Tool;

/** Calls OpenAI through Spring AI 2, which does so through OpenAI's own SDK. Argument: the base URL. */
public final class SpringAi2Program {
    private static final Scanner STDIN = new Scanner(System.in);

    /** What the model may ask for. */
    public static final class Tools {
        private int executed;

        /** Works the first time. */
        @Tool(name = "get_weather", description = "the weather")
        public String weather() {
            boolean works = executed++ == 0;
            System.out.println("tool unknown get_weather " + (works ? "success" : "error"));
            if (!works) {
                throw new IllegalStateException("no weather today");
            }
            return "rain";
        }
    }

    public static void main(String[] args) {
        ChatClient client = ChatClient.create(OpenAiChatModel.builder()
                .options(OpenAiChatOptions.builder()
                        .baseUrl(args[0] + "/v1")
                        .apiKey("sk-test")
                        .maxRetries(0)
                        .model("gpt-4o")
                        .streamUsage(true)
                        .build())
                .build());
        for (int i = 0; i < 2; i++) {
            client.prompt("hello").call().content();
            client.prompt("hello").stream().content().blockLast();
        }
        // Given up after the first piece: OkHttp reads no more, so figures that the provider may have sent behind it
        // stay unread. It is told to send none.
        client.prompt("hello").options(OpenAiChatOptions.builder().streamUsage(false)).stream()
                .content()
                .blockFirst();
        new OpenAiEmbeddingModel(OpenAiEmbeddingOptions.builder()
                        .baseUrl(args[0] + "/v1")
                        .apiKey("sk-test")
                        .model("text-embedding-3-small")
                        .build())
                .embed(List.of("a", "b"));
        System.out.println("answers from here on");
        STDIN.nextLine();
        for (Runnable call : List.<Runnable>of(
                () -> client.prompt("hello").call().content(),
                () -> client.prompt("hello").stream().content().blockLast())) {
            try {
                call.run();
                System.out.println("not refused");
            } catch (RuntimeException expected) {
                System.out.println(expected);
            }
        }
        Tools tools = new Tools();
        client.prompt("the weather?").tools(tools).call().content();
        client.prompt("the weather?").tools(tools).stream().content().blockLast();
        System.out.println("done");
        STDIN.nextLine();
    }
}
