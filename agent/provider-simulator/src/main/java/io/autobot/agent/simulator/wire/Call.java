package io.autobot.agent.simulator.wire;

import io.autobot.agent.simulator.Behaviour;
import io.autobot.agent.simulator.Endpoint;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A request as a provider's class sees it.
 *
 * @param endpoint the simulated server
 * @param method in upper case
 * @param path decoded, without a prefix that chose the behaviour, without query
 * @param query raw, never null
 * @param headers names in lower case
 * @param body raw
 * @param json the body's object, empty when the body is none
 * @param origin scheme, host and port for links in the reply
 */
public record Call(
        Endpoint endpoint,
        String method,
        String path,
        String query,
        Map<String, String> headers,
        byte[] body,
        Map<String, Object> json,
        String origin) {

    private static final Pattern FORM_MODEL = Pattern.compile("name=\"?model\"?\r\n(?:[^\r\n]+\r\n)*\r\n([^\r\n]+)");

    /** The model in the body: a member of the object, or a field of a multipart form. */
    public String bodyModel() {
        if (headers.getOrDefault("content-type", "").startsWith("multipart/")) {
            Matcher field = FORM_MODEL.matcher(new String(body, StandardCharsets.ISO_8859_1));
            return field.find() ? field.group(1) : null;
        }
        return Json.text(json, "model");
    }

    /** Whether the body has a member with the value true. */
    public boolean asks(String name) {
        return Boolean.TRUE.equals(json.get(name));
    }

    /** The behaviour that an API key carries, or null. */
    public Behaviour keyBehaviour() {
        for (String name : new String[] {"authorization", "x-api-key", "api-key", "x-goog-api-key"}) {
            Behaviour found = Behaviour.find(headers.get(name));
            if (found != null) {
                return found;
            }
        }
        return null;
    }
}
