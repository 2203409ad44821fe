package io.autobot.agent.llm;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.autobot.agent.config.Config;
import io.autobot.agent.config.Sources;
import io.autobot.agent.http.ByteSink;
import io.autobot.agent.http.HttpConversation;
import io.autobot.agent.http.HttpConversation.Ending;
import io.autobot.agent.metrics.Exposition;
import io.autobot.agent.metrics.Histograms;
import io.autobot.agent.metrics.SeriesGuard;
import io.autobot.agent.sampling.Sampler;
import io.autobot.agent.status.StatusBoard;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which servers are asked, and what is shown of their answers. */
class OllamaServersTest {
    private static final String FAMILY = "autobot_llm_models_loaded";
    private static final String SERIES = FAMILY + "{provider=\"ollama\"}";
    private static final String CHAT = "/api/chat";

    private final List<Sampler.Sample> scheduled = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private final Map<String, Integer> answers = new ConcurrentHashMap<>();
    private final List<String> asked = new ArrayList<>();
    private final OllamaServers servers = new OllamaServers(this::answer, scheduled::add, warnings::add);
    private HttpServer running;

    private int answer(OllamaServer server) throws IOException {
        asked.add(server.toString());
        Integer loaded = answers.get(server.toString());
        if (loaded == null) {
            throw new IOException("nobody there");
        }
        return loaded;
    }

    private void called(String host, String path) {
        OllamaServer server = servers.find("http", host, 11434, path);
        if (server != null) {
            servers.answered(server);
        }
    }

    @AfterEach
    void stop() {
        if (running != null) {
            running.stop(0);
        }
    }

    @Test
    void allThatAnswerAddUp() {
        answers.put("a:11434", 2);
        answers.put("b:11434/gpu", 3);
        assertThat(scheduled).isEmpty();
        called("a", CHAT);
        called("a", "/api/embed");
        called("a", "/v1/chat/completions");
        called("b", "/gpu/api/generate");
        called("c", CHAT);
        assertThat(scheduled).hasSize(1);
        assertThat(servers.loaded()).isEqualTo(OllamaServer.UNKNOWN);
        servers.ask();
        assertThat(asked).containsExactly("a:11434", "b:11434/gpu", "c:11434");
        assertThat(servers.loaded()).isEqualTo(5);
    }

    @Test
    void oneThatDoesNotAnswerIsAskedAgainAfterTheNextCall() {
        answers.put("a:11434", 2);
        called("a", CHAT);
        servers.ask();
        answers.remove("a:11434");
        servers.ask();
        assertThat(servers.loaded()).isEqualTo(OllamaServer.UNKNOWN);
        servers.ask();
        assertThat(asked).hasSize(2);

        answers.put("a:11434", 0);
        called("a", CHAT);
        servers.ask();
        assertThat(servers.loaded()).isZero();
        assertThat(scheduled).hasSize(1);
    }

    @Test
    void oneThatHasNoWordForItIsNotAskedAgain() {
        answers.put("a:11434", OllamaServer.UNKNOWN);
        called("a", CHAT);
        servers.ask();
        called("a", CHAT);
        servers.ask();
        assertThat(asked).containsExactly("a:11434");
        assertThat(servers.loaded()).isEqualTo(OllamaServer.UNKNOWN);
    }

    @Test
    void onlySoManyAreAsked() {
        for (int i = 0; i < 20; i++) {
            answers.put("host" + i + ":11434", 1);
            called("host" + i, CHAT);
        }
        servers.ask();
        assertThat(asked).hasSize(OllamaServers.MOST);
        assertThat(servers.loaded()).isEqualTo(OllamaServers.MOST);
        assertThat(warnings).singleElement().asString().contains(FAMILY);
    }

    @Test
    void aPathThatTellsNothingAndOneThatCannotBeSent() {
        assertThat(OllamaServer.of("http", "a", 1, "/completion")).isNull();
        assertThat(OllamaServer.of("http", "a\r\nX: y", 1, CHAT)).isNull();
        assertThat(OllamaServer.of("http", "a", 1, "/x y/api/chat")).isNull();
        assertThat(OllamaServer.of("http", "[::1]", 1, CHAT).host()).isEqualTo("::1");
    }

    private static OllamaServer server(String arguments) {
        LlmDomain llm = new LlmDomain(
                new SeriesGuard(50),
                new Histograms(any -> null),
                Config.load(new Sources().agentArguments(arguments)),
                warning -> {},
                new Sampler(new StatusBoard()));
        return llm.metrics().ollama("http", "a", 11434, CHAT);
    }

    @Test
    void whoWantsNoneAskedSaysSo() {
        assertThat(server("")).isNotNull();
        assertThat(server("llm.ollama-poll.enabled=false")).isNull();
    }

    @Test
    void aRealServer() throws Exception {
        serve("{\"models\":[{\"name\":\"llama3\",\"size\":1},{\"name\":\"nomic\",\"size\":2}]}");
        OllamaServer server =
                OllamaServer.of("http", "127.0.0.1", running.getAddress().getPort(), "/gpu/api/chat");
        OllamaClient client = new OllamaClient(TimeUnit.SECONDS.toNanos(30));
        assertThat(client.loaded(server)).isEqualTo(2);
        assertThat(asked).containsExactly("GET /gpu/api/ps null null");
    }

    /** The whole way but for the sampler's clock. */
    private Exposition afterACall(String path, int status, String model) {
        LlmMetrics metrics = new LlmMetrics(
                new SeriesGuard(50),
                new Histograms(any -> null),
                PriceTable::builtIn,
                Quotas.create(Config.load(new Sources().agentArguments("")), () -> 0),
                3,
                () -> servers);
        LlmProtocol protocol = new LlmProtocol(new LlmEndpoints(new LlmHosts(Map.of())), metrics);
        HttpConversation call = protocol.claim("POST", "http", "a", 11434, path);
        call.requestBody("application/json");
        ByteSink reply = call.responseHead(status, name -> "application/json");
        byte[] said = ("{\"model\":" + model + ",\"prompt_eval_count\":5,\"eval_count\":6}").getBytes(US_ASCII);
        reply.bytes(said, 0, said.length);
        call.ended(Ending.COMPLETE, null);
        servers.ask();
        return Exposition.of(metrics);
    }

    @Test
    void aCallThatAModelAnsweredShowsTheServer() {
        answers.put("a:11434", 2);
        assertThat(afterACall(CHAT, 404, "\"llama3\"").startingWith(FAMILY)).isEmpty();
        assertThat(afterACall(CHAT, 200, "null").startingWith(FAMILY)).isEmpty();
        assertThat(asked).isEmpty();
        assertThat(afterACall("/v1/chat/completions", 200, "\"llama3\"").value(SERIES))
                .isEqualTo(2);
    }

    private void serve(String body) throws IOException {
        running = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        running.createContext("/", exchange -> {
            asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("cookie") + " "
                    + exchange.getRequestHeaders().getFirst("authorization"));
            exchange.getResponseHeaders().add("content-type", "application/json");
            // In chunks.
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(body.getBytes(US_ASCII));
            exchange.close();
        });
        running.start();
    }

    @Test
    void oneThatTakesItsTimeIsNotWaitedFor() throws Exception {
        try (ServerSocket slow = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread dribble = new Thread(() -> dribble(slow));
            dribble.start();
            OllamaServer server = OllamaServer.of("http", "127.0.0.1", slow.getLocalPort(), CHAT);
            OllamaClient client = new OllamaClient(TimeUnit.MILLISECONDS.toNanos(200));
            assertThatThrownBy(() -> client.loaded(server)).isInstanceOf(SocketTimeoutException.class);
            dribble.join();
        }
    }

    /** Until nobody listens any more. */
    private static void dribble(ServerSocket server) {
        try (Socket socket = server.accept()) {
            OutputStream out = socket.getOutputStream();
            while (true) {
                out.write(' ');
                Thread.sleep(10);
            }
        } catch (IOException | InterruptedException gone) {
            // As it should be.
        }
    }
}
