import java.util.Scanner;
import org.springframework.http.MediaType;
import org.springframework.http.client.ReactorClientHttpRequestFactory;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientResponseException;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientResponseException;

/** Calls a provider through Spring's two HTTP clients, as Spring AI does. Argument: the base URL. */
public final class SpringProgram {
    private static final Scanner STDIN = new Scanner(System.in);
    private static final String MODEL = "{\"model\":\"gpt-4o\",\"messages\":[{\"role\":\"user\",\"content\":\"hello\"}]";
    private static final String CHAT = MODEL + "}";
    private static final String UNCOUNTED = MODEL + ",\"stream\":true}";
    private static final String STREAM = MODEL + ",\"stream\":true,\"stream_options\":{\"include_usage\":true}}";
    private static final String PATH = "/v1/chat/completions";

    public static void main(String[] args) {
        WebClient web = WebClient.create(args[0]);
        RestClient rest = RestClient.builder()
                .baseUrl(args[0])
                .requestFactory(new ReactorClientHttpRequestFactory())
                .build();
        for (int i = 0; i < 3; i++) {
            rest(rest);
            web(web, CHAT);
            web(web, STREAM);
        }
        web(web, UNCOUNTED);
        // Given up after the first piece.
        web.post()
                .uri(PATH)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(UNCOUNTED)
                .retrieve()
                .bodyToFlux(String.class)
                .blockFirst();
        System.out.println("answers from here on");
        STDIN.nextLine();
        try {
            rest(rest);
        } catch (RestClientResponseException expected) {
            System.out.println(expected);
        }
        try {
            web(web, STREAM);
        } catch (WebClientResponseException expected) {
            System.out.println(expected);
        }
        System.out.println("done");
        STDIN.nextLine();
    }

    private static void rest(RestClient rest) {
        rest.post()
                .uri(PATH)
                .contentType(MediaType.APPLICATION_JSON)
                .body(CHAT)
                .retrieve()
                .body(String.class);
    }

    private static void web(WebClient web, String body) {
        web.post()
                .uri(PATH)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .retrieve()
                .bodyToFlux(String.class)
                .blockLast();
    }
}
