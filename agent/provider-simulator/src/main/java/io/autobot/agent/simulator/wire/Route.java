package io.autobot.agent.simulator.wire;

/**
 * What a request is.
 *
 * @param kind the provider's own name for the shape of the reply
 * @param requestType label of the metrics contract; null for what is no LLM call
 * @param model as asked for, or null
 * @param streamed whether the reply comes as a stream
 * @param operation GitHub: the operation; else null
 * @param repository GitHub: {@code owner/name}; else null
 */
public record Route(
        String kind, String requestType, String model, boolean streamed, String operation, String repository) {

    /** Kind of what the provider knows by another method only. */
    public static final String NOT_ALLOWED = "not-allowed";

    /** An LLM call. */
    public static Route call(String kind, String requestType, String model, boolean streamed) {
        return new Route(kind, requestType, model, streamed, null, null);
    }

    /** A request that is answered and not counted, such as the list of models. */
    public static Route other(String kind) {
        return new Route(kind, null, null, false, null, null);
    }

    /** A call of GitHub. */
    public static Route github(String operation, String repository) {
        return new Route(operation, null, null, false, operation, repository);
    }
}
