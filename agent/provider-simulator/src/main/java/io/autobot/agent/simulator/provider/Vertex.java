package io.autobot.agent.simulator.provider;

import io.autobot.agent.simulator.Behaviour;
import io.autobot.agent.simulator.ErrorCase;
import io.autobot.agent.simulator.Usage;
import io.autobot.agent.simulator.wire.Call;
import io.autobot.agent.simulator.wire.Json;
import io.autobot.agent.simulator.wire.Part;
import io.autobot.agent.simulator.wire.Reply;
import io.autobot.agent.simulator.wire.Route;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Vertex AI: Gemini's shape for Google's models, each publisher's own under {@code rawPredict}. */
public final class Vertex extends Gemini {
    private static final Pattern RAW =
            Pattern.compile(".*/publishers/([^/]+)/models/([^/:]+):(rawPredict|streamRawPredict)");

    private final OpenAi openAi = new PlainOpenAi();

    @Override
    public Route route(Call call) {
        Matcher raw = RAW.matcher(call.path());
        if (!raw.matches()) {
            return super.route(call);
        }
        boolean anthropic = raw.group(1).equals("anthropic");
        // The Anthropic client asks for its token count as a model of that name.
        boolean counts = raw.group(2).equals("count-tokens");
        String kind = anthropic ? (counts ? "anthropic-count" : "anthropic") : "chat/completions";
        boolean streamed = raw.group(3).equals("streamRawPredict") || call.asks("stream");
        String model = counts ? call.bodyModel() : raw.group(2);
        return Route.call(kind, counts ? "token_count" : "chat", model, streamed);
    }

    @Override
    public Reply reply(Call call, Route route, Usage figures, Behaviour behaviour) {
        return switch (route.kind()) {
            case "anthropic" ->
                Anthropic.messages(route, figures.withoutReasoning().withoutAudio(), behaviour);
            case "anthropic-count" -> Reply.json(Part.of(Json.object("input_tokens", figures.input())), null);
            case "chat/completions" -> openAi.reply(call, route, figures, behaviour);
            default -> super.reply(call, route, figures, behaviour);
        };
    }

    @Override
    public Part midStream(Call call, Route route, ErrorCase error) {
        return route.kind().equals("anthropic")
                ? Part.event("error", Anthropic.body(error, route))
                : super.midStream(call, route, error);
    }
}
