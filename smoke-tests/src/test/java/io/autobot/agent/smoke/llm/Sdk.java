package io.autobot.agent.smoke.llm;

import static io.autobot.agent.simulator.Behaviour.OK;

import io.autobot.agent.simulator.Behaviour;
import io.autobot.agent.simulator.Endpoint;
import io.autobot.agent.simulator.ErrorCase;
import java.util.List;

/**
 * A provider's SDK as services use it.
 *
 * @param program under {@code src/test/programs/llm}
 * @param libraries Maven coordinates
 * @param instrumentation through whose client it calls
 * @param refusals what the provider answers to the calls at the program's end
 */
record Sdk(
        String program, List<String> libraries, Endpoint endpoint, String instrumentation, List<Behaviour> refusals) {
    /** Those that most services have: in every run. */
    static final List<Sdk> COMMON = List.of(
            new Sdk(
                    "OpenAiProgram",
                    List.of("com.openai:openai-java:4.98.0"),
                    Endpoint.OPENAI,
                    "okhttp",
                    List.of(OK.error(ErrorCase.RATE_LIMIT), OK, OK.error(ErrorCase.UNAUTHORIZED))),
            new Sdk(
                    "AnthropicProgram",
                    List.of("com.anthropic:anthropic-java:3.14.0"),
                    Endpoint.ANTHROPIC,
                    "okhttp",
                    List.of(
                            OK.error(ErrorCase.OVERLOADED),
                            OK.error(ErrorCase.OVERLOADED).midStream(5))),
            new Sdk(
                    "LangChain4jProgram",
                    List.of("dev.langchain4j:langchain4j-open-ai:1.19.0"),
                    Endpoint.GROQ,
                    "java-http-client",
                    List.of(OK.error(ErrorCase.RATE_LIMIT))),
            new Sdk(
                    "OllamaProgram",
                    List.of("io.github.ollama4j:ollama4j:1.1.6"),
                    Endpoint.OLLAMA,
                    "java-http-client",
                    List.of(OK.error(ErrorCase.NOT_FOUND))),
            new Sdk(
                    "GithubProgram",
                    List.of("org.kohsuke:github-api:1.330"),
                    Endpoint.GITHUB,
                    "java-http-client",
                    List.of(OK.error(ErrorCase.NOT_FOUND))),
            new Sdk(
                    "BedrockProgram",
                    List.of("software.amazon.awssdk:bedrockruntime:2.57.8"),
                    Endpoint.BEDROCK,
                    "aws-sdk",
                    List.of(
                            OK.error(ErrorCase.RATE_LIMIT),
                            OK,
                            OK.error(ErrorCase.FORBIDDEN),
                            OK.error(ErrorCase.RATE_LIMIT).midStream(3),
                            OK.error(ErrorCase.SERVER))),
            new Sdk(
                    "GeminiProgram",
                    List.of("com.google.genai:google-genai:1.70.0"),
                    Endpoint.GEMINI,
                    "okhttp",
                    List.of(OK.error(ErrorCase.BAD_KEY), OK.error(ErrorCase.NOT_FOUND))),
            new Sdk(
                    "SpringProgram",
                    List.of(
                            "org.springframework:spring-webflux:7.0.10",
                            "org.springframework:spring-context:7.0.10",
                            "io.projectreactor.netty:reactor-netty-http:1.3.8"),
                    Endpoint.OPENAI,
                    "reactor-netty",
                    List.of(OK.error(ErrorCase.QUOTA), OK.error(ErrorCase.UNAVAILABLE))));

    /** The others: in the matrix only. */
    static final List<Sdk> RARE = List.of(
            new Sdk(
                    "AzureProgram",
                    List.of("com.azure:azure-ai-openai:1.0.0-beta.16"),
                    Endpoint.AZURE_OPENAI,
                    "reactor-netty",
                    List.of(OK.error(ErrorCase.RATE_LIMIT), OK, OK.error(ErrorCase.UNAUTHORIZED))),
            new Sdk(
                    "CohereProgram",
                    List.of("com.cohere:cohere-java:1.9.3"),
                    Endpoint.COHERE,
                    "okhttp",
                    List.of(OK.error(ErrorCase.UNAUTHORIZED))),
            new Sdk(
                    "LangChain4jAnthropicProgram",
                    List.of("dev.langchain4j:langchain4j-anthropic:1.19.0"),
                    Endpoint.ANTHROPIC,
                    "java-http-client",
                    List.of(OK.error(ErrorCase.OVERLOADED))));

    /** Azure's refuses to send a key in clear text; Ollama is asked by the agent itself, which is to manage both. */
    boolean tls() {
        return endpoint == Endpoint.AZURE_OPENAI || endpoint == Endpoint.OLLAMA;
    }

    @Override
    public String toString() {
        return program;
    }
}
