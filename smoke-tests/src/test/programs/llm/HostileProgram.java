import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Scanner;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/**
 * Posts what stdin says, {@code <client> <plain or stream> <url>}, and prints how many bytes came and their SHA-256, or
 * that they broke off. Keeps nothing of a reply.
 */
public final class HostileProgram {
    private static final String BODY = "{\"model\":\"gpt-4o\",\"messages\":[{\"role\":\"user\",\"content\":\"hello\"}]";
    private static final String STREAM = ",\"stream\":true,\"stream_options\":{\"include_usage\":true}";

    private final HttpClient jdk = HttpClient.newHttpClient();
    private final OkHttpClient okHttp = new OkHttpClient();

    public static void main(String[] args) {
        HostileProgram program = new HostileProgram();
        Scanner stdin = new Scanner(System.in);
        System.out.println("ready");
        while (stdin.hasNextLine()) {
            String[] words = stdin.nextLine().split(" ");
            String body = BODY + (words[1].equals("stream") ? STREAM : "") + "}";
            System.out.println("got " + program.post(words[0], words[2], body));
        }
    }

    private String post(String client, String url, String body) {
        try {
            return client.equals("jdk") ? withJdk(url, body) : withOkHttp(url, body);
        } catch (Exception broken) {
            return "broken " + broken;
        }
    }

    private String withJdk(String url, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try (InputStream in = jdk.send(request, BodyHandlers.ofInputStream()).body()) {
            return digest(in);
        }
    }

    private String withOkHttp(String url, String body) throws Exception {
        Request request = new Request.Builder()
                .url(url)
                .header("Accept-Encoding", "identity")
                .post(RequestBody.create(body, MediaType.get("application/json")))
                .build();
        try (Response response = okHttp.newCall(request).execute()) {
            return digest(response.body().byteStream());
        }
    }

    private static String digest(InputStream in) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        byte[] buffer = new byte[8192];
        long length = 0;
        for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
            digest.update(buffer, 0, count);
            length += count;
        }
        return length + " " + HexFormat.of().formatHex(digest.digest());
    }
}
