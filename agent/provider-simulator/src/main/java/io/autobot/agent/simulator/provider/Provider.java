package io.autobot.agent.simulator.provider;

import io.autobot.agent.simulator.Behaviour;
import io.autobot.agent.simulator.ErrorCase;
import io.autobot.agent.simulator.Usage;
import io.autobot.agent.simulator.wire.Call;
import io.autobot.agent.simulator.wire.Part;
import io.autobot.agent.simulator.wire.Reply;
import io.autobot.agent.simulator.wire.Route;
import java.util.Map;

/** One provider's requests and replies. Stateless, but for GitHub's counters. */
public interface Provider {
    /** What a request is, or null when the provider has no such path. */
    Route route(Call call);

    /**
     * The usual reply.
     *
     * @param usage figures to choose from: what the reply has no place for is not carried
     */
    Reply reply(Call call, Route route, Usage usage, Behaviour behaviour);

    /** A refusal. */
    Reply error(Call call, Route route, ErrorCase error);

    /** The error inside a stream that has begun; null when the provider knows none and just breaks off. */
    Part midStream(Call call, Route route, ErrorCase error);

    /** Rate-limit and other headers of every reply. */
    default Map<String, String> headers(Call call, Route route, Usage usage, Behaviour behaviour) {
        return Map.of();
    }
}
