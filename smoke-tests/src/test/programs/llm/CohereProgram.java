import com.cohere.api.Cohere;
import com.cohere.api.core.CohereApiException;
import com.cohere.api.resources.v2.requests.V2ChatRequest;
import com.cohere.api.resources.v2.requests.V2ChatStreamRequest;
import com.cohere.api.types.ChatMessageV2;
import com.cohere.api.types.UserMessageV2;
import com.cohere.api.types.UserMessageV2Content;
import java.util.List;
import java.util.Scanner;

/** Calls Cohere's SDK. Argument: the base URL. */
public final class CohereProgram {
    private static final Scanner STDIN = new Scanner(System.in);
    private static final List<ChatMessageV2> HELLO = List.of(ChatMessageV2.user(
            UserMessageV2.builder().content(UserMessageV2Content.of("hello")).build()));

    public static void main(String[] args) {
        Cohere client = Cohere.builder().token("key").url(args[0]).build();
        for (int i = 0; i < 2; i++) {
            chat(client);
            client.v2()
                    .chatStream(V2ChatStreamRequest.builder()
                            .model("command-r")
                            .messages(HELLO)
                            .build())
                    .forEach(event -> {});
        }
        System.out.println("answers from here on");
        STDIN.nextLine();
        try {
            chat(client);
        } catch (CohereApiException expected) {
            System.out.println(expected);
        }
        System.out.println("done");
        STDIN.nextLine();
    }

    private static void chat(Cohere client) {
        client.v2().chat(V2ChatRequest.builder().model("command-r").messages(HELLO).build());
    }
}
