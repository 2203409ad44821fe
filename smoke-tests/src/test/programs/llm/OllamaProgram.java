import io.github.ollama4j.Ollama;
import io.github.ollama4j.models.chat.OllamaChatMessageRole;
import io.github.ollama4j.models.chat.OllamaChatRequest;
import io.github.ollama4j.models.chat.OllamaChatStreamObserver;
import io.github.ollama4j.models.embed.OllamaEmbedRequest;
import java.util.List;
import java.util.Scanner;

/** Calls Ollama through ollama4j. Argument: the base URL. */
public final class OllamaProgram {
    private static final Scanner STDIN = new Scanner(System.in);

    public static void main(String[] args) throws Exception {
        Ollama client = new Ollama(args[0]);
        client.chat(chat(), null);
        client.chat(chat().withStreaming(), new OllamaChatStreamObserver(text -> {}, text -> {}));
        client.embed(new OllamaEmbedRequest("nomic", List.of("a", "b")));
        client.listModels();
        System.out.println("answers from here on");
        STDIN.nextLine();
        try {
            client.chat(chat(), null);
        } catch (Exception expected) {
            System.out.println(expected);
        }
        System.out.println("done");
        STDIN.nextLine();
    }

    private static OllamaChatRequest chat() {
        return OllamaChatRequest.builder()
                .withModel("llama3")
                .withMessage(OllamaChatMessageRole.USER, "hello")
                .build();
    }
}
