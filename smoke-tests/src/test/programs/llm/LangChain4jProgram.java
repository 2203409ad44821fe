import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.openai.OpenAiEmbeddingModel;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;

/** Calls a provider like OpenAI through LangChain4j. Argument: the base URL. */
public final class LangChain4jProgram {
    private static final String MODEL = "llama-3.3-70b-versatile";

    public static void main(String[] args) throws Exception {
        String url = args[0] + "/openai/v1";
        LangChain4jCalls.run(
                "openai",
                OpenAiChatModel.builder()
                        .baseUrl(url)
                        .apiKey("key")
                        .modelName(MODEL)
                        .maxRetries(0)
                        .build(),
                OpenAiStreamingChatModel.builder()
                        .baseUrl(url)
                        .apiKey("key")
                        .modelName(MODEL)
                        .build(),
                OpenAiEmbeddingModel.builder()
                        .baseUrl(url)
                        .apiKey("key")
                        .modelName("embedder")
                        .build());
    }
}
