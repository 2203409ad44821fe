package io.autobot.agent.simulator.provider;

import io.autobot.agent.simulator.Behaviour;
import io.autobot.agent.simulator.Usage;
import io.autobot.agent.simulator.wire.Call;
import io.autobot.agent.simulator.wire.Documents;
import io.autobot.agent.simulator.wire.Framing;
import io.autobot.agent.simulator.wire.Json;
import io.autobot.agent.simulator.wire.Part;
import io.autobot.agent.simulator.wire.Reply;
import io.autobot.agent.simulator.wire.Route;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Replies of the OpenAI-shaped paths besides text: embeddings, images, audio, moderation, rerank, batches, files. */
final class OpenAiOthers {
    private OpenAiOthers() {}

    static Reply reply(OpenAi dialect, Call call, Route route, Usage figures, Behaviour behaviour) {
        return switch (route.kind()) {
            case "embeddings" -> embeddings(call, route, figures, behaviour);
            case "audio/transcriptions", "audio/translations" -> transcription(route, figures, behaviour);
            case "audio/speech" -> speech();
            case "moderations" -> moderation(call, route, behaviour);
            case "rerank" -> rerank(call, route, figures, behaviour);
            case "batches" -> Reply.json(Part.of(batch(call)), null);
            case "files" -> Reply.json(Part.of(file()), null);
            case "models" -> Reply.json(Part.of(models()), null);
            default -> image(route, figures, behaviour);
        };
    }

    private static Reply embeddings(Call call, Route route, Usage figures, Behaviour behaviour) {
        Usage usage = Replies.unlessSilent(figures.plain().inputOnly(), behaviour);
        String model = Replies.model(route, behaviour);
        List<Object> data = new ArrayList<>();
        for (Object vector : Replies.vectors(Replies.texts(call, "input"))) {
            data.add(Json.object("object", "embedding", "index", data.size(), "embedding", vector));
        }
        Object figuresObject =
                usage == null ? null : Json.object("prompt_tokens", usage.input(), "total_tokens", usage.input());
        return Reply.json(
                Part.of(Replies.compact("object", "list", "data", data, "model", model, "usage", figuresObject))
                        .carrying(usage),
                model);
    }

    /** DALL-E models have no figures, gpt-image models do. */
    private static Reply image(Route route, Usage figures, Behaviour behaviour) {
        boolean silent = route.model() == null || route.model().startsWith("dall-e");
        Usage usage = silent ? null : Replies.unlessSilent(figures.plain(), behaviour);
        Map<String, Object> document =
                Replies.compact("created", Replies.CREATED, "data", List.of(Json.object("b64_json", "iVBORw0KGgo=")));
        if (usage != null) {
            document.put(
                    "usage",
                    Json.object(
                            "total_tokens", usage.total(),
                            "input_tokens", usage.input(),
                            "output_tokens", usage.output(),
                            "input_tokens_details", Json.object("text_tokens", usage.input(), "image_tokens", 0)));
        }
        return Reply.json(Part.of(document).carrying(usage), null);
    }

    /** Whisper models are billed by the second and say no tokens. */
    private static Reply transcription(Route route, Usage figures, Behaviour behaviour) {
        boolean byTime = route.model() == null || route.model().startsWith("whisper");
        // All of the input is audio here.
        Usage heard = new Usage(figures.fresh(), 0, 0, figures.visible(), 0, figures.fresh() - 10, 0);
        Usage usage = byTime ? null : Replies.unlessSilent(heard, behaviour);
        Object object = byTime
                ? Json.object("type", "duration", "seconds", 3)
                : usage == null
                        ? null
                        : Json.object(
                                "type", "tokens",
                                "input_tokens", usage.input(),
                                "input_token_details",
                                        Json.object("text_tokens", 10, "audio_tokens", usage.audioInput()),
                                "output_tokens", usage.output(),
                                "total_tokens", usage.total());
        if (!route.streamed()) {
            return Reply.json(
                    Part.of(Replies.compact("text", Documents.text(behaviour), "usage", object))
                            .carrying(usage),
                    null);
        }
        List<Part> parts = new ArrayList<>();
        for (String word : Documents.words(behaviour)) {
            parts.add(Part.of(Json.object("type", "transcript.text.delta", "delta", word))
                    .text());
        }
        parts.add(Part.of(Replies.compact(
                        "type", "transcript.text.done", "text", Documents.text(behaviour), "usage", object))
                .carrying(usage));
        return Reply.stream("text/event-stream", Framing.EVENTS, parts, null);
    }

    private static Reply speech() {
        byte[] sound = new byte[4096];
        for (int i = 0; i < sound.length; i++) {
            sound[i] = (byte) (i * 31);
        }
        return Reply.stream("audio/mpeg", Framing.PLAIN, List.of(Part.of(sound)), null);
    }

    private static Reply moderation(Call call, Route route, Behaviour behaviour) {
        Map<String, Object> flags = new LinkedHashMap<>();
        Map<String, Object> scores = new LinkedHashMap<>();
        Map<String, Object> inputs = new LinkedHashMap<>();
        for (String category : List.of(
                "harassment",
                "harassment/threatening",
                "hate",
                "hate/threatening",
                "illicit",
                "illicit/violent",
                "self-harm",
                "self-harm/instructions",
                "self-harm/intent",
                "sexual",
                "sexual/minors",
                "violence",
                "violence/graphic")) {
            flags.put(category, false);
            scores.put(category, 0.001);
            inputs.put(category, List.of("text"));
        }
        String model = Replies.model(route, behaviour);
        Map<String, Object> result = Json.object(
                "flagged", false,
                "categories", flags,
                "category_scores", scores,
                "category_applied_input_types", inputs);
        return Reply.json(
                Part.of(Replies.compact("id", "modr-sim", "model", model, "results", List.of(result))), model);
    }

    /** As Together and Jina have it. */
    private static Reply rerank(Call call, Route route, Usage figures, Behaviour behaviour) {
        Usage usage = Replies.unlessSilent(figures.plain().inputOnly(), behaviour);
        String model = Replies.model(route, behaviour);
        Object object = usage == null
                ? null
                : Json.object("prompt_tokens", usage.input(), "completion_tokens", 0, "total_tokens", usage.input());
        return Reply.json(
                Part.of(Replies.compact(
                                "object",
                                "rerank",
                                "id",
                                "rerank-sim",
                                "model",
                                model,
                                "results",
                                List.of(Json.object("index", 0, "relevance_score", 0.75)),
                                "usage",
                                object))
                        .carrying(usage),
                model);
    }

    private static Map<String, Object> batch(Call call) {
        return Json.object(
                "id", "batch_sim",
                "object", "batch",
                "endpoint", "/v1/chat/completions",
                "errors", null,
                "input_file_id", "file-sim",
                "completion_window", "24h",
                "status", "validating",
                "created_at", Replies.CREATED,
                "request_counts", Json.object("total", 0, "completed", 0, "failed", 0),
                "metadata", null);
    }

    private static Map<String, Object> file() {
        return Json.object(
                "id", "file-sim",
                "object", "file",
                "bytes", 120,
                "created_at", Replies.CREATED,
                "filename", "batch.jsonl",
                "purpose", "batch",
                "status", "processed");
    }

    private static Map<String, Object> models() {
        return Json.object(
                "object",
                "list",
                "data",
                List.of(Json.object(
                        "id", "sim-model", "object", "model", "created", Replies.CREATED, "owned_by", "sim")));
    }
}
