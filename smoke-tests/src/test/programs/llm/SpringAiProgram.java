import java.net.http.HttpClient;
import java.util.List;
import java.util.Scanner;
import org.springframework.ai.chat.client.ChatClient;
import org.springframework.ai.openai.OpenAiChatModel;
import org.springframework.ai.openai.OpenAiChatOptions;
import org.springframework.ai.openai.OpenAiEmbeddingModel;
import org.springframework.ai.openai.api.OpenAiApi;
import org.springframework.ai.tool.annotation.Tool;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;

/** Calls OpenAI through Spring AI 1, which has a client for calls and another for streams. Argument: the base URL. */
public final class SpringAiProgram {
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
        // In HTTP/2 it would send a body with the request that asks for the upgrade, which the provider does not take.
        HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        OpenAiApi api = OpenAiApi.builder()
                .baseUrl(args[0])
                .apiKey("sk-test")
                .restClientBuilder(RestClient.builder().requestFactory(new JdkClientHttpRequestFactory(http)))
                .build();
        OpenAiChatModel model = OpenAiChatModel.builder()
                .openAiApi(api)
                .defaultOptions(OpenAiChatOptions.builder()
                        .model("gpt-4o")
                        .streamUsage(true)
                        .build())
                .build();
        ChatClient client = ChatClient.create(model);
        for (int i = 0; i < 2; i++) {
            client.prompt("hello").call().content();
            client.prompt("hello").stream().content().blockLast();
        }
        // Given up after the first piece: figures that the provider may have sent behind it stay unread. It is told to
        // send none.
        client.prompt("hello")
                .options(OpenAiChatOptions.builder().streamUsage(false).build())
                .stream()
                .content()
                .blockFirst();
        new OpenAiEmbeddingModel(api).embed(List.of("a", "b"));
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
