package io.autobot.agent.llm;

/** Knows the calls to LLM providers by host and path. Any thread; nothing is allocated for a call that is none. */
final class LlmEndpoints {
    private static final int OLLAMA_PORT = 11_434;
    private static final int LM_STUDIO_PORT = 1_234;

    private final LlmHosts hosts;

    LlmEndpoints(LlmHosts hosts) {
        this.hosts = hosts;
    }

    /** Where a POST goes, {@code null} if to no LLM that anybody knows of. */
    LlmEndpoint find(String host, int port, String path) {
        String named = hosts.configured(host, port);
        String owner = named != null ? named : LlmHosts.known(host);
        String end = path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        LlmEndpoint shaped = shaped(host, port, end, owner);
        if (shaped != null) {
            return shaped;
        }
        return owner == null ? null : endpoint(owner, RequestType.OTHER, null, host, true);
    }

    private LlmEndpoint shaped(String host, int port, String path, String owner) {
        int colon = LlmPaths.googleVerb(path);
        if (colon > 0) {
            RequestType type = LlmPaths.googleType(path, colon);
            return type == null ? null : google(host, path, colon, type, owner);
        }
        String bedrock = path.indexOf("/model/") >= 0
                ? LlmPaths.between(path, "/model/", path.substring(path.lastIndexOf('/')))
                : null;
        RequestType bedrockType = bedrock == null ? null : LlmPaths.bedrockType(path, bedrock);
        if (bedrockType != null) {
            return endpoint(owner != null ? owner : "aws.bedrock", bedrockType, bedrock, host, true);
        }
        LlmPaths.Route route = LlmPaths.route(path);
        String shared = owner == null ? LlmHosts.shared(host, path) : null;
        if (route == null) {
            return "cloudflare".equals(shared) ? cloudflare(host, path) : null;
        }
        String deployment = LlmPaths.between(path, "/openai/deployments/", "/");
        if (deployment != null) {
            String provider = owner != null ? owner : "azure.ai.openai";
            return endpoint(provider, route.type(), deployment, host, true);
        }
        boolean certain = route.certain() || owner != null || shared != null;
        return endpoint(
                owner != null ? owner : shared != null ? shared : anywhere(port, path, route),
                route.type(),
                modelInPath(path),
                host,
                certain);
    }

    /** The provider of a path on a host that nobody knows. */
    private static String anywhere(int port, String path, LlmPaths.Route route) {
        if (path.startsWith("/api/v0/") || port == LM_STUDIO_PORT) {
            return "lm_studio";
        }
        return port == OLLAMA_PORT ? "ollama" : route.provider();
    }

    private static LlmEndpoint google(String host, String path, int colon, RequestType type, String owner) {
        boolean vertex = path.contains("/publishers/")
                || path.contains("/locations/")
                || host.endsWith("aiplatform.googleapis.com");
        String provider = owner != null ? owner : vertex ? "gcp.vertex_ai" : "gcp.gemini";
        String model = path.contains("/models/") ? LlmPaths.between(path, "/models/", path.substring(colon)) : null;
        boolean streams = path.startsWith("stream", colon + 1);
        return new LlmEndpoint(provider, type, model, LlmHosts.isLocal(host), true, streams);
    }

    private static LlmEndpoint cloudflare(String host, String path) {
        int run = path.indexOf("/ai/run/");
        return run < 0
                ? null
                : endpoint(
                        "cloudflare",
                        RequestType.OTHER,
                        LlmPaths.decode(path.substring(run + "/ai/run/".length())),
                        host,
                        true);
    }

    /** Hugging Face's {@code /models/{owner}/{name}/v1/chat/completions}. */
    private static String modelInPath(String path) {
        int start = path.indexOf("/models/");
        int end = path.indexOf("/v1/");
        return start >= 0 && end > start ? path.substring(start + "/models/".length(), end) : null;
    }

    private static LlmEndpoint endpoint(String provider, RequestType type, String model, String host, boolean certain) {
        return new LlmEndpoint(
                provider, type, model, LlmHosts.isLocal(host) || provider.equals("ollama"), certain, false);
    }
}
