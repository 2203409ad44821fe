package io.autobot.agent.simulator;

import java.util.Locale;

/** What is simulated: one kind of server each, with a port of its own. */
public enum Endpoint {
    /** OpenAI. */
    OPENAI("openai", "api.openai.com"),
    /** Azure OpenAI: the deployment is in the path. */
    AZURE_OPENAI("azure.ai.openai", "sim.openai.azure.com"),
    /** Azure AI model inference. */
    AZURE_INFERENCE("azure.ai.inference", "sim.models.ai.azure.com"),
    /** Anthropic. */
    ANTHROPIC("anthropic", "api.anthropic.com"),
    /** Gemini API. */
    GEMINI("gcp.gemini", "generativelanguage.googleapis.com"),
    /** Vertex AI, Google's and other publishers' models. */
    VERTEX("gcp.vertex_ai", "us-central1-aiplatform.googleapis.com"),
    /** Bedrock runtime. */
    BEDROCK("aws.bedrock", "bedrock-runtime.us-east-1.amazonaws.com"),
    /** Mistral. */
    MISTRAL("mistral_ai", "api.mistral.ai"),
    /** Cohere, v1 and v2. */
    COHERE("cohere", "api.cohere.com"),
    /** Groq. */
    GROQ("groq", "api.groq.com"),
    /** DeepSeek. */
    DEEPSEEK("deepseek", "api.deepseek.com"),
    /** xAI. */
    X_AI("x_ai", "api.x.ai"),
    /** Perplexity. */
    PERPLEXITY("perplexity", "api.perplexity.ai"),
    /** Moonshot. */
    MOONSHOT("moonshot_ai", "api.moonshot.ai"),
    /** IBM watsonx. */
    WATSONX("ibm.watsonx.ai", "us-south.ml.cloud.ibm.com"),
    /** Together. */
    TOGETHER("together_ai", "api.together.xyz"),
    /** OpenRouter. */
    OPENROUTER("openrouter", "openrouter.ai"),
    /** Fireworks. */
    FIREWORKS("fireworks_ai", "api.fireworks.ai"),
    /** Cerebras. */
    CEREBRAS("cerebras", "api.cerebras.ai"),
    /** NVIDIA. */
    NVIDIA("nvidia", "integrate.api.nvidia.com"),
    /** GitHub Models. */
    GITHUB_MODELS("github_models", "models.github.ai"),
    /** Cloudflare Workers AI. */
    CLOUDFLARE("cloudflare", "api.cloudflare.com"),
    /** Hugging Face: router, TGI and TEI paths. */
    HUGGINGFACE("huggingface", "router.huggingface.co"),
    /** Ollama, native and OpenAI-shaped. */
    OLLAMA("ollama", null),
    /** The llama.cpp server, native and OpenAI-shaped. */
    LLAMA_CPP("llama_cpp", null),
    /** LM Studio. */
    LM_STUDIO("lm_studio", null),
    /** Text Generation Inference. */
    TGI("tgi", null),
    /** vLLM: OpenAI-shaped on a host nobody named. */
    VLLM("openai_compatible", null),
    /** GitHub REST and GraphQL. */
    GITHUB("github", "api.github.com");

    private final String provider;
    private final String host;

    Endpoint(String provider, String host) {
        this.provider = provider;
        this.host = host;
    }

    /** The {@code provider} label of the metrics contract; {@code github} for GitHub, which is none. */
    public String provider() {
        return provider;
    }

    /** A host name of the real service, which the certificate covers; null for what runs on a host of its user. */
    public String host() {
        return host;
    }

    /** The name in lower case with dashes, as in the line of ports. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The endpoint of a name as {@link #toString()} writes it. */
    public static Endpoint parse(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
