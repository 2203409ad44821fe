import java.net.http.HttpClient;
import java.util.List;
import java.util.Scanner;
import org.springframework.ai.chat.client.ChatClient;
import org.springframework.ai.ollama.OllamaChatModel;
import org.springframework.ai.ollama.OllamaEmbeddingModel;
import org.springframework.ai.ollama.api.OllamaApi;
import org.springframework.ai.ollama.api.OllamaChatOptions;
import org.springframework.ai.ollama.api.OllamaEmbeddingOptions;
import org.springframework.ai.tool.annotation.Tool;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;

/** Calls Ollama through Spring AI 2: a RestClient for calls, a WebClient for streams. Argument: the base URL. */
public final class SpringAi2OllamaProgram {
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
        HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        OllamaApi api = OllamaApi.builder()
                .baseUrl(args[0])
                .restClientBuilder(RestClient.builder().requestFactory(new JdkClientHttpRequestFactory(http)))
                .build();
        OllamaChatOptions options = OllamaChatOptions.builder().model("llama3").build();
        ChatClient client = ChatClient.create(
                OllamaChatModel.builder().ollamaApi(api).options(options).build());
        for (int i = 0; i < 2; i++) {
            client.prompt("hello").call().content();
            client.prompt("hello").stream().content().blockLast();
        }
        OllamaEmbeddingModel.builder()
                .ollamaApi(api)
                .options(OllamaEmbeddingOptions.builder().model("nomic").build())
                .build()
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
