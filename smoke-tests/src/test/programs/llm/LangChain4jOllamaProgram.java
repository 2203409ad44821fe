import dev.langchain4j.model.ollama.OllamaChatModel;
import dev.langchain4j.model.ollama.OllamaEmbeddingModel;
import dev.langchain4j.model.ollama.OllamaStreamingChatModel;

/** Calls Ollama through LangChain4j. Argument: the base URL. */
public final class LangChain4jOllamaProgram {
    private static final String MODEL = "llama3";

    public static void main(String[] args) throws Exception {
        LangChain4jCalls.run(
                "ollama",
                OllamaChatModel.builder()
                        .baseUrl(args[0])
                        .modelName(MODEL)
                        .maxRetries(0)
                        .build(),
                OllamaStreamingChatModel.builder()
                        .baseUrl(args[0])
                        .modelName(MODEL)
                        .build(),
                OllamaEmbeddingModel.builder()
                        .baseUrl(args[0])
                        .modelName("nomic")
                        .build());
    }
}
