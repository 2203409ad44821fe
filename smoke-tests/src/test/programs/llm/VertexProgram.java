import com.google.auth.oauth2.AccessToken;
import com.google.auth.oauth2.GoogleCredentials;
import com.google.genai.Client;
import com.google.genai.ResponseStream;
import com.google.genai.types.GenerateContentResponse;
import com.google.genai.types.HttpOptions;
import java.time.Instant;
import java.util.Date;
import java.util.Scanner;

/** Calls Vertex AI through Google's SDK, with a token that nobody gave. Argument: the base URL. */
public final class VertexProgram {
    private static final Scanner STDIN = new Scanner(System.in);
    private static final String MODEL = "gemini-2.5-flash";

    public static void main(String[] args) {
        Date later = Date.from(Instant.now().plusSeconds(86_400));
        Client client = Client.builder()
                .vertexAI(true)
                .project("project")
                .location("us-central1")
                .credentials(GoogleCredentials.create(new AccessToken("token", later)))
                .httpOptions(HttpOptions.builder().baseUrl(args[0]).build())
                .build();
        for (int i = 0; i < 2; i++) {
            client.models.generateContent(MODEL, "hello", null);
            client.async.models.generateContent(MODEL, "hello", null).join();
            stream(client);
        }
        client.models.embedContent("text-embedding-005", "hello", null);
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
