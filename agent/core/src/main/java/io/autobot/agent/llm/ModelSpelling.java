package io.autobot.agent.llm;

/** What some providers write otherwise than the rows of the price table do. */
final class ModelSpelling {
    private ModelSpelling() {}

    /**
     * The name that a provider's own rows know. For Bedrock, which takes a model's ARN for its name, what stands behind
     * the slash of {@code arn:aws:bedrock:<region>:<account>:inference-profile/us.anthropic.claude-...} and of
     * {@code foundation-model/}; the ARN of an application's own profile does not tell the model.
     */
    static String own(String provider, String model) {
        if (provider.equals("aws.bedrock") && model.startsWith("arn:")) {
            int slash = model.indexOf('/');
            if (slash > 0
                    && (model.startsWith(":inference-profile", slash - 18)
                            || model.startsWith(":foundation-model", slash - 17))) {
                return model.substring(slash + 1);
            }
        }
        return model;
    }

    /** Azure's names for the 3.5 models have no dot: {@code gpt-35-turbo}. */
    static String openAi(String azure) {
        return azure.regionMatches(true, 0, "gpt-35-", 0, 7) ? "gpt-3.5-".concat(azure.substring(7)) : azure;
    }

    /** Vertex AI writes a version behind an {@code @}, as in {@code claude-sonnet-4-5@20250929} or {@code @default}. */
    static String anthropic(String vertex) {
        int at = vertex.indexOf('@');
        if (at < 0) {
            return vertex;
        }
        String version = vertex.substring(at + 1);
        return version.equals("default") ? vertex.substring(0, at) : vertex.substring(0, at) + "-" + version;
    }
}
