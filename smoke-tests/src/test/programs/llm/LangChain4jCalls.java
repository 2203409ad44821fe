import dev.langchain4j.agent.tool.Tool;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.service.AiServices;
import dev.langchain4j.service.TokenStream;
import java.util.Scanner;
import java.util.concurrent.CompletableFuture;

/**
 * What the programs of LangChain4j's clients do, each with the models of its provider: calls, streams, an embedding, a
 * refusal, and tools by AI services.
 */
final class LangChain4jCalls {
    private static final Scanner STDIN = new Scanner(System.in);

    /** A user's way to talk to a model. */
    public interface Assistant {
        String ask(String question);
    }

    /** The same in pieces. */
    public interface StreamingAssistant {
        TokenStream ask(String question);
    }

    /** What the model may ask for. */
    public static final class Tools {
        private final String provider;
        private int executed;

        Tools(String provider) {
            this.provider = provider;
        }

        /** Works the first time. */
        @Tool(name = "get_weather", value = "the weather")
        public String weather() {
            boolean works = executed++ == 0;
            System.out.println("tool " + provider + " get_weather " + (works ? "success" : "error"));
            if (!works) {
                throw new IllegalStateException("no weather today");
            }
            return "rain";
        }
    }

    private LangChain4jCalls() {}

    /**
     * All of it, with the embedding where there is a model for it.
     *
     * @param provider what LangChain4j's client calls itself
     */
    static void run(String provider, ChatModel model, StreamingChatModel streaming, EmbeddingModel embedding)
            throws Exception {
        for (int i = 0; i < 3; i++) {
            model.chat("hello " + i);
            stream(streaming);
        }
        if (embedding != null) {
            embedding.embed("hello");
        }
        System.out.println("answers from here on");
        STDIN.nextLine();
        try {
            model.chat("once more");
            System.out.println("not refused");
        } catch (RuntimeException expected) {
            System.out.println(expected);
        }
        tools(provider, model, streaming);
        System.out.println("done");
        STDIN.nextLine();
    }

    private static void stream(StreamingChatModel model) throws Exception {
        CompletableFuture<ChatResponse> whole = new CompletableFuture<>();
        model.chat("hello", new StreamingChatResponseHandler() {
            @Override
            public void onCompleteResponse(ChatResponse response) {
                whole.complete(response);
            }

            @Override
            public void onError(Throwable error) {
                whole.completeExceptionally(error);
            }
        });
        whole.get();
    }

    /** The model asks for the tool, is told, and answers. */
    private static void tools(String provider, ChatModel model, StreamingChatModel streaming) throws Exception {
        Tools tools = new Tools(provider);
        AiServices.builder(Assistant.class)
                .chatModel(model)
                .tools(tools)
                .build()
                .ask("the weather?");
        CompletableFuture<ChatResponse> whole = new CompletableFuture<>();
        AiServices.builder(StreamingAssistant.class)
                .streamingChatModel(streaming)
                .tools(tools)
                .build()
                .ask("the weather?")
                .onPartialResponse(piece -> {})
                .onCompleteResponse(whole::complete)
                .onError(whole::completeExceptionally)
                .start();
        whole.get();
    }
}
