package io.autobot.agent.llm;

/** What some providers write otherwise than the rows of the price table do. */
final class ModelSpelling {
    private ModelSpelling() {}

    /**
     * What AWS names by an ARN is what stands at its end: a model or, of an application's own profile, its id, which
     * does not tell the model. Whose account it is would be a label of its own for each.
     */
    static String withoutAccount(String model) {
        int slash = model.startsWith("arn:") ? model.lastIndexOf('/') : -1;
        return slash > 0 && slash < model.length() - 1 ? model.substring(slash + 1) : model;
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
