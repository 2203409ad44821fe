package io.autobot.agent.simulator.server;

import io.autobot.agent.simulator.Behaviour;
import io.autobot.agent.simulator.Endpoint;
import io.autobot.agent.simulator.Exchange;
import io.autobot.agent.simulator.Gate;
import io.autobot.agent.simulator.ProviderSimulator;
import io.autobot.agent.simulator.Usage;
import io.autobot.agent.simulator.wire.Json;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;

/** What a test in another process does over HTTP instead of by a call. */
final class AdminHandler implements ByPort.BlockingHandler {
    private final ProviderSimulator simulator;

    AdminHandler(ProviderSimulator simulator) {
        this.simulator = simulator;
    }

    @Override
    public void handle(Request request, Response response, Callback callback) throws Exception {
        Object answer;
        int status = 200;
        String path = request.getHttpURI().getPath();
        try {
            answer = answer(request.getMethod() + " " + path, Request.extractQueryParameters(request));
            status = answer == null ? 404 : 200;
        } catch (IllegalArgumentException | AssertionError refused) {
            status = 400;
            answer = Json.object("error", refused.getMessage());
        }
        boolean text = answer instanceof String;
        response.setStatus(status);
        response.getHeaders().put("Content-Type", text ? "text/plain" : "application/json");
        String body = text ? (String) answer : Json.write(answer);
        Content.Sink.write(response, true, ByteBuffer.wrap(body.getBytes(StandardCharsets.UTF_8)));
        callback.succeeded();
        if (path.equals("/stop")) {
            // Not from a thread of the server that is to stop.
            new Thread(simulator::close, "simulator-stop").start();
        }
    }

    private Object answer(String request, Fields query) {
        switch (request) {
            case "GET /ledger":
                return exchanges(query);
            case "GET /totals":
                settle(query);
                return Json.object(
                        "totals", totals(), "errors", simulator.ledger().errors());
            case "POST /clear":
                simulator.ledger().clear();
                simulator.script().clear();
                return Json.object();
            case "POST /next":
                String endpoint = query.getValue("endpoint");
                simulator
                        .script()
                        .add(
                                endpoint == null ? null : Endpoint.parse(endpoint),
                                Behaviour.parse(query.getValue("behaviour")));
                return Json.object();
            case "GET /pem":
                return simulator.trust().pem();
            case "POST /stop":
                return Json.object();
            default:
                return request.contains(" /gates/") ? gate(request, query) : null;
        }
    }

    private void settle(Fields query) {
        if (query.getValue("now") == null) {
            simulator.ledger().settled();
        }
    }

    private List<Object> exchanges(Fields query) {
        settle(query);
        List<Object> lines = new ArrayList<>();
        for (Exchange one : simulator.ledger().exchanges()) {
            lines.add(one.toMap());
        }
        return lines;
    }

    private List<Object> totals() {
        List<Object> rows = new ArrayList<>();
        simulator.ledger().totals().forEach((key, total) -> {
            Usage usage = total.usage();
            rows.add(Json.object(
                    "provider", key.provider(),
                    "model", key.model(),
                    "requestType", key.requestType(),
                    "calls", total.calls(),
                    "streamsWithoutUsage", total.withoutUsage(),
                    "inputTokens", usage.input(),
                    "outputTokens", usage.output(),
                    "cachedInputTokens", usage.cachedInput(),
                    "cacheWriteTokens", usage.cacheWrite(),
                    "reasoningTokens", usage.reasoning(),
                    "audioInputTokens", usage.audioInput(),
                    "audioOutputTokens", usage.audioOutput()));
        });
        return rows;
    }

    private Map<String, Object> gate(String request, Fields query) {
        Gate gate = simulator.gate(request.substring(request.indexOf("/gates/") + "/gates/".length()));
        if (query.getValue("open") != null) {
            gate.open();
        }
        if (query.getValue("pass") != null) {
            gate.pass(Integer.parseInt(query.getValue("pass")));
        }
        if (query.getValue("arrived") != null) {
            gate.awaitArrived(Long.parseLong(query.getValue("arrived")));
        }
        return Json.object("arrived", gate.arrived());
    }
}
