import dev.langchain4j.model.mistralai.MistralAiChatModel;
import dev.langchain4j.model.mistralai.MistralAiEmbeddingModel;
import dev.langchain4j.model.mistralai.MistralAiStreamingChatModel;

/** Calls Mistral through LangChain4j. Argument: the base URL. */
public final class LangChain4jMistralProgram {
    private static final String MODEL = "mistral-large-latest";

    public static void main(String[] args) throws Exception {
        String url = args[0] + "/v1";
        LangChain4jCalls.run(
                "mistral_ai",
                MistralAiChatModel.builder()
                        .baseUrl(url)
                        .apiKey("key")
                        .modelName(MODEL)
                        .maxRetries(0)
                        .build(),
                MistralAiStreamingChatModel.builder()
                        .baseUrl(url)
                        .apiKey("key")
                        .modelName(MODEL)
                        .build(),
                MistralAiEmbeddingModel.builder()
                        .baseUrl(url)
                        .apiKey("key")
                        .modelName("mistral-embed")
                        .build());
    }
}
