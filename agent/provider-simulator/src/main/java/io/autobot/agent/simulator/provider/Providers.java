package io.autobot.agent.simulator.provider;

import io.autobot.agent.simulator.Endpoint;

/** Which class plays which endpoint. */
public final class Providers {
    private Providers() {}

    /** A provider with counters of its own. */
    public static Provider of(Endpoint endpoint) {
        return switch (endpoint) {
            case OPENAI -> new OpenAi();
            case AZURE_OPENAI -> new Azure();
            case ANTHROPIC -> new Anthropic();
            case GEMINI -> new Gemini();
            case VERTEX -> new Vertex();
            case BEDROCK -> new Bedrock();
            case MISTRAL -> new Mistral();
            case COHERE -> new Cohere();
            case GROQ -> new Groq();
            case DEEPSEEK -> new DeepSeek();
            case X_AI -> new XAi();
            case PERPLEXITY -> new Perplexity();
            case WATSONX -> new Watsonx();
            case TOGETHER -> new Together();
            case OPENROUTER -> new OpenRouter();
            case HUGGINGFACE, TGI -> new Tgi();
            case OLLAMA -> new Ollama();
            case LLAMA_CPP -> new LlamaCpp();
            case LM_STUDIO -> new LmStudio();
            case GITHUB -> new GitHub();
            case AZURE_INFERENCE, MOONSHOT, FIREWORKS, CEREBRAS, NVIDIA, GITHUB_MODELS, CLOUDFLARE, VLLM ->
                new PlainOpenAi();
        };
    }
}
