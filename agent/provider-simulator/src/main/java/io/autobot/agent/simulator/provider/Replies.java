package io.autobot.agent.simulator.provider;

import io.autobot.agent.simulator.Behaviour;
import io.autobot.agent.simulator.Usage;
import io.autobot.agent.simulator.wire.Call;
import io.autobot.agent.simulator.wire.Json;
import io.autobot.agent.simulator.wire.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What replies of several providers have in common. */
final class Replies {
    /** Seconds since 1970 that replies are dated with. */
    static final long CREATED = 1_760_000_000L;

    /** The same as text. */
    static final String CREATED_AT = "2025-10-09T08:53:20Z";

    private Replies() {}

    /** The model as the reply names it, or null when it names none. */
    static String model(Route route, Behaviour behaviour) {
        if (behaviour.has("nomodel")) {
            return null;
        }
        String other = behaviour.text("model");
        return other != null ? other : route.model() != null ? route.model() : "sim-model";
    }

    /** The figures, or null when the behaviour has them left out. */
    static Usage unlessSilent(Usage usage, Behaviour behaviour) {
        return behaviour.has("nousage") ? null : usage;
    }

    /** An object without the members whose value is null, for what real replies leave out. */
    static Map<String, Object> compact(Object... namesAndValues) {
        Map<String, Object> object = Json.object(namesAndValues);
        object.values().removeIf(value -> value == null);
        return object;
    }

    /** How many texts an embedding request holds in a member that is a text or an array. */
    static int texts(Call call, String member) {
        return Math.max(1, Json.list(call.json(), member).size());
    }

    /** As many vectors as texts, long enough that a parser has to skip them. */
    static List<Object> vectors(int count) {
        List<Object> vectors = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            List<Object> vector = new ArrayList<>();
            for (int j = 0; j < 256; j++) {
                vector.add((i * 31 + j) / 1024.0 - 0.125);
            }
            vectors.add(vector);
        }
        return vectors;
    }
}
