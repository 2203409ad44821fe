package io.autobot.agent.smoke.llm;

import static io.autobot.agent.simulator.Behaviour.OK;

import io.autobot.agent.simulator.Behaviour;
import io.autobot.agent.simulator.Endpoint;
import io.autobot.agent.simulator.ErrorCase;
import java.util.List;
import java.util.Set;

/**
 * A provider's SDK, or a framework's, as services use it.
 *
 * @param program under {@code src/test/programs/llm}
 * @param libraries Maven coordinates
 * @param transports the instrumentations of all the clients it calls through
 * @param answers what the provider says to the calls at the program's end
 */
record Sdk(String program, List<String> libraries, Endpoint endpoint, Set<String> transports, List<Behaviour> answers) {
    /** A refusal, then a tool by a call and another by a stream. */
    private static final List<Behaviour> REFUSAL_AND_TOOLS =
            List.of(OK.error(ErrorCase.RATE_LIMIT), OK.toolCall(), OK, OK.toolCall(), OK);

    private static final List<Behaviour> REFUSALS_AND_TOOLS =
            List.of(OK.error(ErrorCase.QUOTA), OK.error(ErrorCase.UNAUTHORIZED), OK.toolCall(), OK, OK.toolCall(), OK);

    private static final String LANGCHAIN4J = "dev.langchain4j:langchain4j";

    /** Those that most services have: in every run. */
    static final List<Sdk> COMMON = List.of(
            new Sdk(
                    "OpenAiProgram",
                    List.of("com.openai:openai-java:4.101.0"),
                    Endpoint.OPENAI,
                    Set.of("okhttp"),
                    List.of(OK.error(ErrorCase.RATE_LIMIT), OK, OK.error(ErrorCase.UNAUTHORIZED))),
            new Sdk(
                    "AnthropicProgram",
                    List.of("com.anthropic:anthropic-java:3.14.0"),
                    Endpoint.ANTHROPIC,
                    Set.of("okhttp"),
                    List.of(
                            OK.error(ErrorCase.OVERLOADED),
                            OK.error(ErrorCase.OVERLOADED).midStream(5))),
            langChain4j("LangChain4jProgram", "-open-ai", "1.19.0", Endpoint.GROQ),
            new Sdk(
                    "OllamaProgram",
                    List.of("io.github.ollama4j:ollama4j:1.1.6"),
                    Endpoint.OLLAMA,
                    Set.of("java-http-client"),
                    List.of(OK.error(ErrorCase.NOT_FOUND))),
            new Sdk(
                    "GithubProgram",
                    List.of("org.kohsuke:github-api:1.330"),
                    Endpoint.GITHUB,
                    Set.of("java-http-client"),
                    List.of(OK.error(ErrorCase.NOT_FOUND))),
            new Sdk(
                    "BedrockProgram",
                    List.of("software.amazon.awssdk:bedrockruntime:2.58.0"),
                    Endpoint.BEDROCK,
                    // The synchronous client stands on Apache's, which is silent below it.
                    Set.of("aws-sdk", "apache-httpclient-5"),
                    List.of(
                            OK.error(ErrorCase.RATE_LIMIT),
                            OK,
                            OK.error(ErrorCase.FORBIDDEN),
                            OK.error(ErrorCase.RATE_LIMIT).midStream(3),
                            OK.error(ErrorCase.SERVER))),
            new Sdk(
                    "GeminiProgram",
                    List.of("com.google.genai:google-genai:2.2.0"),
                    Endpoint.GEMINI,
                    Set.of("okhttp"),
                    List.of(OK.error(ErrorCase.BAD_KEY), OK.error(ErrorCase.NOT_FOUND))),
            new Sdk(
                    "SpringAiProgram",
                    List.of(
                            "org.springframework.ai:spring-ai-openai:1.1.8",
                            "org.springframework.ai:spring-ai-client-chat:1.1.8",
                            "io.projectreactor.netty:reactor-netty-http:1.2.18"),
                    Endpoint.OPENAI,
                    Set.of("java-http-client", "reactor-netty"),
                    REFUSALS_AND_TOOLS));

    /** The others: in the matrix only. */
    static final List<Sdk> RARE = List.of(
            new Sdk(
                    "SpringAi2Program",
                    List.of(
                            "org.springframework.ai:spring-ai-openai:2.0.1",
                            "org.springframework.ai:spring-ai-client-chat:2.0.1",
                            // As Spring Boot has it: what OpenAI's SDK brings is too old for Jackson 3.
                            "com.fasterxml.jackson.core:jackson-annotations:2.21"),
                    Endpoint.OPENAI,
                    Set.of("okhttp"),
                    REFUSALS_AND_TOOLS),
            new Sdk(
                    "SpringAi2OllamaProgram",
                    List.of(
                            "org.springframework.ai:spring-ai-ollama:2.0.1",
                            "org.springframework.ai:spring-ai-client-chat:2.0.1",
                            "io.projectreactor.netty:reactor-netty-http:1.3.8"),
                    Endpoint.OLLAMA,
                    Set.of("java-http-client", "reactor-netty"),
                    List.of(
                            OK.error(ErrorCase.NOT_FOUND),
                            OK.error(ErrorCase.NOT_FOUND),
                            OK.toolCall(),
                            OK,
                            OK.toolCall(),
                            OK)),
            new Sdk(
                    "GithubProgram",
                    List.of("org.kohsuke:github-api:2.0-rc.6"),
                    Endpoint.GITHUB,
                    Set.of("java-http-client"),
                    List.of(OK.error(ErrorCase.NOT_FOUND))),
            new Sdk(
                    "SpringProgram",
                    List.of(
                            "org.springframework:spring-webflux:7.0.10",
                            "org.springframework:spring-context:7.0.10",
                            "io.projectreactor.netty:reactor-netty-http:1.3.8"),
                    Endpoint.OPENAI,
                    Set.of("reactor-netty"),
                    List.of(OK.error(ErrorCase.QUOTA), OK.error(ErrorCase.UNAVAILABLE))),
            new Sdk(
                    "AzureProgram",
                    List.of("com.azure:azure-ai-openai:1.0.0-beta.16"),
                    Endpoint.AZURE_OPENAI,
                    Set.of("reactor-netty"),
                    List.of(OK.error(ErrorCase.RATE_LIMIT), OK, OK.error(ErrorCase.UNAUTHORIZED))),
            new Sdk(
                    "CohereProgram",
                    List.of("com.cohere:cohere-java:1.9.3"),
                    Endpoint.COHERE,
                    Set.of("okhttp"),
                    List.of(OK.error(ErrorCase.UNAUTHORIZED))),
            new Sdk(
                    "VertexProgram",
                    List.of("com.google.genai:google-genai:2.2.0"),
                    Endpoint.VERTEX,
                    Set.of("okhttp"),
                    List.of(OK.error(ErrorCase.UNAUTHORIZED), OK.error(ErrorCase.NOT_FOUND))),
            langChain4j("LangChain4jAnthropicProgram", "-anthropic", "1.19.0", Endpoint.ANTHROPIC),
            new Sdk(
                    "LangChain4jGeminiProgram",
                    List.of(LANGCHAIN4J + "-google-ai-gemini:1.23.0", LANGCHAIN4J + ":1.19.0"),
                    Endpoint.GEMINI,
                    Set.of("java-http-client"),
                    REFUSAL_AND_TOOLS),
            langChain4j("LangChain4jMistralProgram", "-mistral-ai", "1.18.1", Endpoint.MISTRAL),
            langChain4j("LangChain4jOllamaProgram", "-ollama", "1.18.1", Endpoint.OLLAMA));

    private static Sdk langChain4j(String program, String module, String version, Endpoint endpoint) {
        return new Sdk(
                program,
                List.of(LANGCHAIN4J + ":" + version, LANGCHAIN4J + module + ":" + version),
                endpoint,
                Set.of("java-http-client"),
                REFUSAL_AND_TOOLS);
    }

    /** Azure's refuses to send a key in clear text; Ollama is asked by the agent itself, which is to manage both. */
    boolean tls() {
        return endpoint == Endpoint.AZURE_OPENAI || endpoint == Endpoint.OLLAMA;
    }

    @Override
    public String toString() {
        return program;
    }
}
