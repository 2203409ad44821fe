package io.autobot.agent.llm;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Names the provider behind a host. Immutable; any thread. */
final class LlmHosts {
    private static final Map<String, String> EXACT = Map.ofEntries(
            Map.entry("api.openai.com", "openai"),
            Map.entry("api.anthropic.com", "anthropic"),
            Map.entry("generativelanguage.googleapis.com", "gcp.gemini"),
            Map.entry("api.mistral.ai", "mistral_ai"),
            Map.entry("codestral.mistral.ai", "mistral_ai"),
            Map.entry("api.cohere.com", "cohere"),
            Map.entry("api.cohere.ai", "cohere"),
            Map.entry("api.groq.com", "groq"),
            Map.entry("api.deepseek.com", "deepseek"),
            Map.entry("api.x.ai", "x_ai"),
            Map.entry("api.perplexity.ai", "perplexity"),
            Map.entry("api.moonshot.ai", "moonshot_ai"),
            Map.entry("api.moonshot.cn", "moonshot_ai"),
            Map.entry("api.together.xyz", "together_ai"),
            Map.entry("api.together.ai", "together_ai"),
            Map.entry("openrouter.ai", "openrouter"),
            Map.entry("api.fireworks.ai", "fireworks_ai"),
            Map.entry("api.cerebras.ai", "cerebras"),
            Map.entry("integrate.api.nvidia.com", "nvidia"),
            Map.entry("ai.api.nvidia.com", "nvidia"),
            Map.entry("models.github.ai", "github_models"),
            Map.entry("models.inference.ai.azure.com", "github_models"),
            Map.entry("router.huggingface.co", "huggingface"),
            Map.entry("api-inference.huggingface.co", "huggingface"));

    /** By the end of the host's name; the first that fits. */
    private static final String[][] SUFFIXES = {
        {".openai.azure.com", "azure.ai.openai"},
        {".models.ai.azure.com", "azure.ai.inference"},
        {".api.openai.com", "openai"},
        {".api.x.ai", "x_ai"},
        {".endpoints.huggingface.cloud", "huggingface"}
    };

    /** By host, then by port; port 0 is any. */
    private final Map<String, Map<Integer, String>> configured = new HashMap<>();

    /** @param configured from {@code host} or {@code host:port} to a provider's name */
    LlmHosts(Map<String, String> configured) {
        configured.forEach((host, name) -> {
            int colon = host.lastIndexOf(':');
            boolean hasPort = colon > 0
                    && host.indexOf(']', colon) < 0
                    && host.substring(colon + 1).matches("[0-9]{1,5}");
            this.configured
                    .computeIfAbsent(
                            (hasPort ? host.substring(0, colon) : host).toLowerCase(Locale.ROOT),
                            any -> new HashMap<>())
                    .put(hasPort ? Integer.parseInt(host.substring(colon + 1)) : 0, name);
        });
    }

    /** The provider whose host is named by configuration, or {@code null}. */
    String configured(String host, int port) {
        if (configured.isEmpty()) {
            return null;
        }
        Map<Integer, String> byPort = configured.get(host.toLowerCase(Locale.ROOT));
        if (byPort == null) {
            return null;
        }
        String name = byPort.get(port);
        return name != null ? name : byPort.get(0);
    }

    /** The provider that has this host for itself, or {@code null}. */
    static String known(String host) {
        String exact = EXACT.get(host);
        if (exact != null) {
            return exact;
        }
        for (String[] suffix : SUFFIXES) {
            if (host.endsWith(suffix[0])) {
                return suffix[1];
            }
        }
        return host.startsWith("bedrock-runtime") && host.contains(".amazonaws.com")
                        || host.contains(".bedrock-runtime.")
                ? "aws.bedrock"
                : null;
    }

    /** Of a host that has other services too: the provider if the path is one of an LLM. */
    static String shared(String host, String path) {
        if (host.endsWith(".services.ai.azure.com")) {
            return path.startsWith("/models/")
                    ? "azure.ai.inference"
                    : path.contains("/openai/") ? "azure.ai.openai" : "anthropic";
        }
        if (host.endsWith(".cognitiveservices.azure.com") && path.contains("/openai/")) {
            return "azure.ai.openai";
        }
        if (host.endsWith("aiplatform.googleapis.com") || host.endsWith(".rep.googleapis.com")) {
            return "gcp.vertex_ai";
        }
        if (host.endsWith(".ml.cloud.ibm.com") && path.startsWith("/ml/")) {
            return "ibm.watsonx.ai";
        }
        if (host.equals("gateway.ai.cloudflare.com") || host.equals("api.cloudflare.com") && path.contains("/ai/")) {
            return "cloudflare";
        }
        return null;
    }

    /** Whether the host is on this machine or in a private network, as far as its name tells; nothing is looked up. */
    static boolean isLocal(String host) {
        if (host.indexOf('.') < 0 && host.indexOf(':') < 0) {
            return true;
        }
        if (host.indexOf(':') >= 0) {
            String lower = host.toLowerCase(Locale.ROOT);
            String address = lower.startsWith("[") ? lower.substring(1) : lower;
            return address.startsWith("::1")
                    || address.startsWith("fe80")
                    || address.startsWith("fc")
                    || address.startsWith("fd");
        }
        return host.endsWith(".local")
                || host.endsWith(".localhost")
                || host.endsWith(".internal")
                || host.endsWith(".svc")
                || host.endsWith(".lan")
                || isPrivateAddress(host);
    }

    private static boolean isPrivateAddress(String host) {
        if (host.startsWith("127.")
                || host.startsWith("10.")
                || host.startsWith("192.168.")
                || host.startsWith("169.254.")) {
            return isNumeric(host);
        }
        if (!host.startsWith("172.") || !isNumeric(host)) {
            return host.equals("0.0.0.0");
        }
        int second = Integer.parseInt(host.substring(4, host.indexOf('.', 4)));
        return second >= 16 && second <= 31;
    }

    private static boolean isNumeric(String host) {
        int dots = 0;
        for (int i = 0; i < host.length(); i++) {
            char c = host.charAt(i);
            dots += c == '.' ? 1 : 0;
            if (c != '.' && (c < '0' || c > '9')) {
                return false;
            }
        }
        return dots == 3 && !host.contains("..");
    }
}
