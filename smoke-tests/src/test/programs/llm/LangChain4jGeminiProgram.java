import dev.langchain4j.model.googleai.GoogleAiEmbeddingModel;
import dev.langchain4j.model.googleai.GoogleAiGeminiChatModel;
import dev.langchain4j.model.googleai.GoogleAiGeminiStreamingChatModel;

/** Calls Gemini through LangChain4j. Argument: the base URL. */
public final class LangChain4jGeminiProgram {
    private static final String MODEL = "gemini-2.5-flash";

    public static void main(String[] args) throws Exception {
        String url = args[0] + "/v1beta";
        LangChain4jCalls.run(
                "gcp.gemini",
                GoogleAiGeminiChatModel.builder()
                        .baseUrl(url)
                        .apiKey("key")
                        .modelName(MODEL)
                        .maxRetries(0)
                        .build(),
                GoogleAiGeminiStreamingChatModel.builder()
                        .baseUrl(url)
                        .apiKey("key")
                        .modelName(MODEL)
                        .build(),
                GoogleAiEmbeddingModel.builder()
                        .baseUrl(url)
                        .apiKey("key")
                        .modelName("gemini-embedding-001")
                        .build());
    }
}
