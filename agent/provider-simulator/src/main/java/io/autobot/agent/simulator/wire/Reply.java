package io.autobot.agent.simulator.wire;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is answered.
 *
 * @param status of the reply
 * @param headers besides the content type
 * @param contentType of the body
 * @param framing how the parts are put together
 * @param parts of the body
 * @param model as the reply names it, or null
 * @param errorType label of the metrics contract for a failure, or null
 */
public record Reply(
        int status,
        Map<String, String> headers,
        String contentType,
        Framing framing,
        List<Part> parts,
        String model,
        String errorType) {

    /** A reply of one JSON document. */
    public static Reply json(Part part, String model) {
        return new Reply(200, Map.of(), "application/json", Framing.PLAIN, List.of(part), model, null);
    }

    /** A stream. */
    public static Reply stream(String contentType, Framing framing, List<Part> parts, String model) {
        return new Reply(200, Map.of(), contentType, framing, parts, model, null);
    }

    /** A refusal with a JSON body. */
    public static Reply error(int status, String errorType, Object document) {
        return new Reply(
                status, Map.of(), "application/json", Framing.PLAIN, List.of(Part.of(document)), null, errorType);
    }

    /** The same with further headers. */
    public Reply headers(Map<String, String> more) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.putAll(more);
        return new Reply(status, all, contentType, framing, parts, model, errorType);
    }

    /** The same with another status. */
    public Reply status(int other) {
        return new Reply(other, headers, contentType, framing, parts, model, errorType);
    }

    /** The same with another content type. */
    public Reply contentType(String other) {
        return new Reply(status, headers, other, framing, parts, model, errorType);
    }

    /** The same counted as a failure. */
    public Reply failing(String type) {
        return new Reply(status, headers, contentType, framing, parts, model, type);
    }

    /** The same with other parts. */
    public Reply parts(List<Part> others) {
        return new Reply(status, headers, contentType, framing, others, model, errorType);
    }
}
