package io.autobot.agent.llm;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LlmEndpointsTest {
    private final LlmEndpoints endpoints =
            new LlmEndpoints(new LlmHosts(Map.of("gateway.corp.example", "house_llm", "localhost:9000", "local_llm")));

    private LlmEndpoint find(String url) {
        URI uri = URI.create(url);
        int port = uri.getPort() > 0 ? uri.getPort() : uri.getScheme().equals("https") ? 443 : 80;
        return endpoints.find(uri.getHost(), port, uri.getRawPath());
    }

    @ParameterizedTest
    @CsvSource({
        "https://api.openai.com/v1/chat/completions, openai, CHAT, ",
        "https://eu.api.openai.com/v1/responses, openai, CHAT, ",
        "https://api.openai.com/v1/embeddings, openai, EMBEDDING, ",
        "https://api.openai.com/v1/completions, openai, COMPLETION, ",
        "https://api.openai.com/v1/images/generations, openai, IMAGE, ",
        "https://api.openai.com/v1/audio/transcriptions, openai, TRANSCRIPTION, ",
        "https://api.openai.com/v1/audio/speech, openai, SPEECH, ",
        "https://api.openai.com/v1/moderations, openai, MODERATION, ",
        "https://api.openai.com/v1/batches, openai, BATCH, ",
        "https://api.openai.com/v1/threads/t/runs, openai, OTHER, ",
        "https://x.openai.azure.com/openai/deployments/my-gpt/chat/completions, azure.ai.openai, CHAT, my-gpt",
        "https://x.cognitiveservices.azure.com/openai/deployments/e/embeddings, azure.ai.openai, EMBEDDING, e",
        "https://x.services.ai.azure.com/models/chat/completions, azure.ai.inference, CHAT, ",
        "https://x.services.ai.azure.com/openai/v1/chat/completions, azure.ai.openai, CHAT, ",
        "https://x.eastus.models.ai.azure.com/chat/completions, azure.ai.inference, CHAT, ",
        "https://api.anthropic.com/v1/messages, anthropic, CHAT, ",
        "https://api.anthropic.com/v1/messages/count_tokens, anthropic, TOKEN_COUNT, ",
        "https://api.anthropic.com/v1/messages/batches, anthropic, BATCH, ",
        "https://generativelanguage.googleapis.com/v1beta/models/gemini-2.5-flash:generateContent, gcp.gemini, CHAT, gemini-2.5-flash",
        "https://generativelanguage.googleapis.com/v1beta/models/g:streamGenerateContent, gcp.gemini, CHAT, g",
        "https://generativelanguage.googleapis.com/v1beta/models/g:batchEmbedContents, gcp.gemini, EMBEDDING, g",
        "https://generativelanguage.googleapis.com/v1beta/openai/chat/completions, gcp.gemini, CHAT, ",
        "https://us-central1-aiplatform.googleapis.com/v1/projects/p/locations/l/publishers/google/models/gemini-2.0-flash:generateContent, gcp.vertex_ai, CHAT, gemini-2.0-flash",
        "https://aiplatform.googleapis.com/v1/projects/p/locations/l/publishers/anthropic/models/claude-sonnet-4@20250514:streamRawPredict, gcp.vertex_ai, CHAT, claude-sonnet-4@20250514",
        "https://bedrock-runtime.us-east-1.amazonaws.com/model/anthropic.claude-3-haiku-20240307-v1%3A0/converse, aws.bedrock, CHAT, anthropic.claude-3-haiku-20240307-v1:0",
        "https://bedrock-runtime.eu-west-1.amazonaws.com/model/arn%3Aaws%3Abedrock%3Aus-east-1%3A1%3Ainference-profile%2Fus.amazon.nova-lite-v1%3A0/converse-stream, aws.bedrock, CHAT, us.amazon.nova-lite-v1:0",
        "https://bedrock-runtime.us-east-1.amazonaws.com/model/amazon.titan-embed-text-v2%3A0/invoke, aws.bedrock, EMBEDDING, amazon.titan-embed-text-v2:0",
        "https://vpce-1.bedrock-runtime.us-east-1.vpce.amazonaws.com/model/m/invoke-with-response-stream, aws.bedrock, CHAT, m",
        "http://localhost:4566/model/m/converse, aws.bedrock, CHAT, m",
        "https://api.mistral.ai/v1/fim/completions, mistral_ai, COMPLETION, ",
        "https://api.cohere.com/v2/chat, cohere, CHAT, ",
        "https://api.cohere.com/v2/rerank, cohere, RERANK, ",
        "https://api.groq.com/openai/v1/chat/completions, groq, CHAT, ",
        "https://api.perplexity.ai/chat/completions, perplexity, CHAT, ",
        "https://openrouter.ai/api/v1/chat/completions, openrouter, CHAT, ",
        "https://api.cloudflare.com/client/v4/accounts/a/ai/v1/chat/completions, cloudflare, CHAT, ",
        "https://router.huggingface.co/v1/chat/completions, huggingface, CHAT, ",
        "https://us-south.ml.cloud.ibm.com/ml/v1/text/chat, ibm.watsonx.ai, CHAT, ",
        "http://localhost:11434/api/chat, ollama, CHAT, ",
        "http://localhost:11434/v1/chat/completions, ollama, CHAT, ",
        "http://10.0.0.5:8080/completion, llama_cpp, COMPLETION, ",
        "http://localhost:1234/v1/chat/completions, lm_studio, CHAT, ",
        "http://vllm:8000/v1/chat/completions, openai_compatible, CHAT, ",
        "http://proxy.example/prefix/v1/chat/completions/, openai_compatible, CHAT, ",
        "http://gateway.corp.example/v1/messages, house_llm, CHAT, ",
        "http://localhost:9000/v1/embeddings, local_llm, EMBEDDING, ",
    })
    void knows(String url, String provider, RequestType type, String model) {
        LlmEndpoint endpoint = find(url);
        assertThat(endpoint).isNotNull();
        assertThat(endpoint.provider()).isEqualTo(provider);
        assertThat(endpoint.type()).isEqualTo(type);
        assertThat(endpoint.model()).isEqualTo(model);
    }

    @ParameterizedTest
    @CsvSource({
        "https://shop.example/orders",
        "https://shop.example/",
        "https://shop.example/model/123",
        "https://storage.googleapis.com/upload",
        "https://translation.googleapis.com/v3/projects/p:translateText",
        "https://x.cognitiveservices.azure.com/vision/v3/analyze",
        "https://api.cloudflare.com/client/v4/zones",
        "https://s3.us-east-1.amazonaws.com/bucket/key",
    })
    void leavesAlone(String url) {
        assertThat(find(url)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "http://shop.example/v1/messages, false",
        "http://shop.example/api/generate, false",
        "http://shop.example/v1/embeddings, false",
        "https://api.openai.com/v1/embeddings, true",
        "http://shop.example/v1/chat/completions, true",
    })
    void doubtsAPathThatOthersMayHave(String url, boolean certain) {
        assertThat(find(url).certain()).isEqualTo(certain);
    }

    @Test
    void tellsPrivateHosts() {
        for (String local : new String[] {
            "localhost",
            "vllm",
            "127.0.0.1",
            "10.1.2.3",
            "172.16.0.1",
            "172.31.255.1",
            "192.168.1.1",
            "[::1]",
            "fd00::1",
            "llm.default.svc.cluster.local",
            "host.docker.internal",
            "box.local"
        }) {
            assertThat(LlmHosts.isLocal(local)).as(local).isTrue();
        }
        for (String cloud : new String[] {"api.openai.com", "172.32.0.1", "8.8.8.8", "10.example.com", "2001:db8::1"}) {
            assertThat(LlmHosts.isLocal(cloud)).as(cloud).isFalse();
        }
    }
}
