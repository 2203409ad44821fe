import com.google.genai.Client;
import com.google.genai.ResponseStream;
import com.google.genai.types.GenerateContentResponse;
import com.google.genai.types.HttpOptions;
import java.util.Scanner;

/** Calls Gemini through Google's SDK. Argument: the base URL. */
public final class GeminiProgram {
    private static final Scanner STDIN = new Scanner(System.in);
    private static final String MODEL = "gemini-2.5-flash";

    public static void main(String[] args) {
        Client client = Client.builder()
                .apiKey("key")
                .vertexAI(false)
                .httpOptions(HttpOptions.builder().baseUrl(args[0]).build())
                .build();
        for (int i = 0; i < 2; i++) {
            client.models.generateContent(MODEL, "hello", null);
            client.async.models.generateContent(MODEL, "hello", null).join();
            stream(client);
        }
        client.models.embedContent("gemini-embedding-001", "hello", null);
        client.models.countTokens(MODEL, "hello", null);
        System.out.println("answers from here on");
        STDIN.nextLine();
        for (Runnable call :
                new Runnable[] {() -> client.models.generateContent(MODEL, "hello", null), () -> stream(client)}) {
            try {
                call.run();
                System.out.println("not refused");
            } catch (RuntimeException expected) {
                System.out.println(expected);
            }
        }
        System.out.println("done");
        STDIN.nextLine();
    }

    private static void stream(Client client) {
        try (ResponseStream<GenerateContentResponse> stream =
                client.models.generateContentStream(MODEL, "hello", null)) {
            stream.forEach(chunk -> {});
        }
    }
}
