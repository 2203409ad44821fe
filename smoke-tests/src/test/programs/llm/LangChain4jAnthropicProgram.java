import dev.langchain4j.model.anthropic.AnthropicChatModel;
import dev.langchain4j.model.anthropic.AnthropicStreamingChatModel;

/** Calls Anthropic through LangChain4j, which has a client of its own for it. Argument: the base URL. */
public final class LangChain4jAnthropicProgram {
    private static final String MODEL = "claude-sonnet-4-5";

    public static void main(String[] args) throws Exception {
        String url = args[0] + "/v1";
        LangChain4jCalls.run(
                "anthropic",
                AnthropicChatModel.builder()
                        .baseUrl(url)
                        .apiKey("key")
                        .modelName(MODEL)
                        .maxRetries(0)
                        .build(),
                AnthropicStreamingChatModel.builder()
                        .baseUrl(url)
                        .apiKey("key")
                        .modelName(MODEL)
                        .build(),
                null);
    }
}
