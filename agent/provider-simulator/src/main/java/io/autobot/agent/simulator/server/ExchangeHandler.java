package io.autobot.agent.simulator.server;

import io.autobot.agent.simulator.Behaviour;
import io.autobot.agent.simulator.Endpoint;
import io.autobot.agent.simulator.ErrorCase;
import io.autobot.agent.simulator.Exchange;
import io.autobot.agent.simulator.ProviderSimulator;
import io.autobot.agent.simulator.Usage;
import io.autobot.agent.simulator.provider.Provider;
import io.autobot.agent.simulator.provider.Providers;
import io.autobot.agent.simulator.wire.Call;
import io.autobot.agent.simulator.wire.Figures;
import io.autobot.agent.simulator.wire.Framing;
import io.autobot.agent.simulator.wire.Json;
import io.autobot.agent.simulator.wire.Part;
import io.autobot.agent.simulator.wire.Reply;
import io.autobot.agent.simulator.wire.Route;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Answers the requests of all endpoints and keeps the ledger. */
final class ExchangeHandler implements ByPort.BlockingHandler {
    private static final Pattern PREFIX = Pattern.compile("/(sim-[^/]+)(/.*)");
    private static final Route UNKNOWN = Route.other("unknown");

    private final ProviderSimulator simulator;
    private final Map<Endpoint, Provider> providers = new EnumMap<>(Endpoint.class);

    ExchangeHandler(ProviderSimulator simulator) {
        this.simulator = simulator;
        for (Endpoint endpoint : Endpoint.values()) {
            providers.put(endpoint, Providers.of(endpoint));
        }
    }

    @Override
    public void handle(Request request, Response response, Callback callback) throws Exception {
        Endpoint endpoint =
                Endpoint.valueOf(request.getConnectionMetaData().getConnector().getName());
        byte[] body = Content.Source.asInputStream(request).readAllBytes();
        Exchange exchange = simulator
                .ledger()
                .arrived(
                        endpoint,
                        request.getMethod(),
                        request.getHttpURI().getPathQuery(),
                        request.getConnectionMetaData().getHttpVersion().asString());
        exchange.note("requestBytes", (long) body.length);
        Connection connection = new Connection(request, response, callback, exchange);
        Exchange.State end = Exchange.State.BROKEN;
        try {
            end = answer(request, endpoint, body, connection, exchange);
        } catch (IOException clientGone) {
            end = Exchange.State.CANCELLED;
            callback.failed(clientGone);
        } catch (RuntimeException | Error bug) {
            exchange.note("simulatorError", bug.toString());
            callback.failed(bug);
        } finally {
            exchange.note("sha256", connection.sha256());
            simulator.ledger().ended(exchange, end);
        }
    }

    private Exchange.State answer(
            Request request, Endpoint endpoint, byte[] body, Connection connection, Exchange exchange)
            throws IOException {
        String path = decoded(request.getHttpURI().getPath());
        Matcher prefix = PREFIX.matcher(path);
        Behaviour prefixed = null;
        if (prefix.matches()) {
            prefixed = Behaviour.parse(prefix.group(1));
            path = prefix.group(2);
        }
        Call call = call(request, endpoint, path, body);
        Provider provider = providers.get(endpoint);
        Route found = provider.route(call);
        Route route = found == null ? UNKNOWN : found;
        note(exchange, route);
        Behaviour behaviour = behaviour(prefixed, call, route);
        exchange.note("behaviour", behaviour.toString());
        Usage figures = Figures.of(call, behaviour);

        if (behaviour.has("gatehead")) {
            simulator.gates().gate(behaviour.text("gatehead")).enter();
        }
        Reply reply = reply(provider, call, route, figures, behaviour);
        if (reply.model() != null) {
            exchange.note("replyModel", reply.model());
        }
        exchange.note("status", reply.status());
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(reply.headers());
        exchange.note("replyHeaders", headers);
        exchange.note("streamed", reply.framing() != Framing.PLAIN);
        if (reply.errorType() != null) {
            exchange.note("errorType", reply.errorType());
        }
        return new BodyWriter(connection, simulator.gates(), behaviour)
                .write(reply, midStream(provider, call, route, reply, behaviour), exchange);
    }

    private static void note(Exchange exchange, Route route) {
        exchange.note("requestType", route.requestType());
        exchange.note("operation", route.operation());
        exchange.note("repository", route.repository());
        exchange.note("requestModel", route.model());
    }

    /** The nearest word wins: prefix of the path, queue, API key, model. */
    private Behaviour behaviour(Behaviour prefixed, Call call, Route route) {
        if (prefixed != null) {
            return prefixed;
        }
        boolean counted = route.requestType() != null
                || route.operation() != null && !route.operation().equals("rate_limit");
        Behaviour queued = counted ? simulator.script().poll(call.endpoint()) : null;
        if (queued != null) {
            return queued;
        }
        Behaviour keyed = call.keyBehaviour();
        Behaviour named = keyed != null ? keyed : Behaviour.find(route.model());
        return named != null ? named : Behaviour.OK;
    }

    private static Reply reply(Provider provider, Call call, Route route, Usage figures, Behaviour behaviour) {
        if (behaviour.has("redirect")) {
            return redirect(call, (int) behaviour.number("redirect", 307));
        }
        ErrorCase error = behaviour.error();
        if (route == UNKNOWN) {
            error = ErrorCase.NOT_FOUND;
        } else if (route.kind().equals(Route.NOT_ALLOWED)) {
            error = ErrorCase.METHOD;
        }
        boolean refused = error != null && !(behaviour.has("midstream") && route.streamed());
        Reply reply = refused ? provider.error(call, route, error) : provider.reply(call, route, figures, behaviour);
        Map<String, String> headers = new LinkedHashMap<>(provider.headers(call, route, figures, behaviour));
        headers.putAll(reply.headers());
        if (behaviour.has("retryafter")) {
            headers.put("Retry-After", behaviour.text("retryafter"));
        }
        reply = reply.headers(headers);
        return behaviour.has("type") ? reply.contentType(behaviour.text("type").replace('.', '/')) : reply;
    }

    private static Reply redirect(Call call, int status) {
        Reply nothing = new Reply(status, Map.of(), null, Framing.PLAIN, List.of(), null, null);
        if (status == 304) {
            return nothing;
        }
        String query = call.query().isEmpty() ? "" : "?" + call.query();
        String location =
                call.origin() + "/" + Behaviour.OK.marker() + call.path().replace(" ", "%20") + query;
        return nothing.headers(Map.of("Location", location));
    }

    private static Part midStream(Provider provider, Call call, Route route, Reply reply, Behaviour behaviour) {
        if (!behaviour.has("midstream") || reply.framing() == Framing.PLAIN) {
            return null;
        }
        return provider.midStream(call, route, behaviour.midStreamError());
    }

    private static Call call(Request request, Endpoint endpoint, String path, byte[] body) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (HttpField field : request.getHeaders()) {
            headers.put(field.getName().toLowerCase(Locale.ROOT), field.getValue());
        }
        String query = request.getHttpURI().getQuery();
        String origin = request.getHttpURI().getScheme() + "://" + Request.getServerName(request) + ":"
                + Request.getServerPort(request);
        return new Call(
                endpoint,
                request.getMethod(),
                path,
                query == null ? "" : query,
                headers,
                body,
                Json.readObject(new String(body, StandardCharsets.UTF_8)),
                origin);
    }

    private static String decoded(String path) {
        return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
