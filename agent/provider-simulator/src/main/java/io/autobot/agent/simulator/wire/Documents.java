package io.autobot.agent.simulator.wire;

import io.autobot.agent.simulator.Behaviour;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** The text of a part's document, made as awkward as the behaviour says. */
public final class Documents {
    /** Stands in a text for as many bytes as the behaviour asks for. */
    public static final String FILLER = "SIM-FILLER-5d1e";

    /** Stands in a text for bytes that are not UTF-8. */
    public static final String NOT_UTF8 = "SIM-BYTES-5d1e";

    private static final String BROKEN = "\u00c3\u0028\u00ff\u00ed\u00a0\u0080\u00f8";

    /** Members that a parser takes figures or a model from, with a wrong value each. */
    private static final Map<String, String> TWICE = Map.of(
            "usage", "{\"prompt_tokens\":7,\"completion_tokens\":7,\"input_tokens\":7,\"output_tokens\":7}",
            "usageMetadata", "{\"promptTokenCount\":7,\"candidatesTokenCount\":7}",
            "model", "\"twice\"",
            "modelVersion", "\"twice\"",
            "prompt_eval_count", "7",
            "eval_count", "7");

    private Documents() {}

    /** The bytes of a part's document. */
    public static byte[] render(Part part, Behaviour behaviour) {
        if (part.document() instanceof byte[] raw) {
            return raw;
        }
        if (part.document() instanceof String text) {
            return Framing.Bytes.of(text);
        }
        String text = Json.write(part.document());
        if (part.document() instanceof Map<?, ?> object && !object.isEmpty()) {
            text = "{" + before(object, behaviour) + text.substring(1);
        }
        byte[] bytes = Framing.Bytes.of(text);
        return behaviour.has("badutf8") ? withBrokenBytes(bytes) : bytes;
    }

    private static String before(Map<?, ?> object, Behaviour behaviour) {
        StringBuilder added = new StringBuilder();
        if (behaviour.has("deep")) {
            int levels = (int) behaviour.number("deep", 0);
            added.append("\"sim_deep\":")
                    .append("[".repeat(levels))
                    .append("]".repeat(levels))
                    .append(',');
        }
        if (behaviour.has("duplicates")) {
            for (Map.Entry<String, String> one : TWICE.entrySet()) {
                if (object.get(one.getKey()) != null) {
                    added.append('"').append(one.getKey()).append("\":").append(one.getValue());
                    added.append(',');
                }
            }
        }
        return added.toString();
    }

    private static byte[] withBrokenBytes(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        return text.replace(NOT_UTF8, BROKEN).getBytes(StandardCharsets.ISO_8859_1);
    }

    /** The words a reply consists of, some of them several bytes long. */
    public static List<String> words(Behaviour behaviour) {
        StringBuilder odd = new StringBuilder(" na\u00efve \u2615 \"quoted\"\n");
        if (behaviour.has("usageintext")) {
            odd.append("{\"usage\":{\"prompt_tokens\":99999,\"completion_tokens\":99999,\"input_tokens\":99999,"
                    + "\"output_tokens\":99999},\"model\":\"wrong\",\"eval_count\":99999}");
        }
        if (behaviour.has("badutf8")) {
            odd.append(NOT_UTF8);
        }
        if (behaviour.has("huge") || behaviour.has("longline") || behaviour.has("endless")) {
            odd.append(FILLER);
        }
        return List.of("Simulated", " answer,", odd.toString(), " \ud83d\ude00", " done.");
    }

    /** All words at once. */
    public static String text(Behaviour behaviour) {
        return String.join("", words(behaviour));
    }

    /** Arguments of a tool call; some look like figures. */
    public static Map<String, Object> toolArguments() {
        return Json.object(
                "city",
                "Berlin",
                "usage",
                Json.object("prompt_tokens", 88888, "completion_tokens", 88888, "input_tokens", 88888),
                "usageMetadata",
                Json.object("promptTokenCount", 88888),
                "model",
                "wrong");
    }

    /** Whether the reply asks for a tool. */
    public static boolean callsTool(Behaviour behaviour) {
        return behaviour.has("tools") || behaviour.has("usageintext");
    }
}
