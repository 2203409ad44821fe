package io.autobot.agent.endpoint;

import com.sun.net.httpserver.HttpExchange;
import io.prometheus.metrics.exporter.common.PrometheusHttpExchange;
import io.prometheus.metrics.exporter.common.PrometheusHttpRequest;
import io.prometheus.metrics.exporter.common.PrometheusHttpResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;

/** One scrape as Prometheus' handler sees it; what it answers is kept in memory. */
final class Scrape implements PrometheusHttpExchange {
    /** For a body whose length is not known before, a compressed one. */
    private static final int FIRST_CAPACITY = 32 * 1024;

    private static final String PROTOBUF = "application/vnd.google.protobuf";

    private final HttpExchange exchange;
    private final Map<String, String> headers = new LinkedHashMap<>();
    private Body body = new Body(0);
    private int status = 200;

    Scrape(HttpExchange exchange) {
        this.exchange = exchange;
    }

    Response response() {
        // The server sets it from the body.
        headers.remove("Content-Length");
        return new Response(status, headers, body.bytes());
    }

    /** What is left of an {@code Accept} header without protobuf, whose writer is not in the jar. */
    static List<String> withoutProtobuf(List<String> accept) {
        StringJoiner left = new StringJoiner(",");
        left.setEmptyValue("");
        for (String line : accept) {
            for (String type : line.split(",")) {
                if (!type.toLowerCase(Locale.ROOT).contains(PROTOBUF)) {
                    left.add(type.trim());
                }
            }
        }
        return left.length() == 0 ? List.of() : List.of(left.toString());
    }

    /** The {@code name[]} parameters alone: others would switch on the exporter's debug output. */
    static String namesOnly(String query) {
        if (query == null) {
            return null;
        }
        StringJoiner names = new StringJoiner("&");
        for (String pair : query.split("&")) {
            String lower = pair.toLowerCase(Locale.ROOT);
            if (lower.startsWith("name[]=") || lower.startsWith("name%5b%5d=")) {
                names.add(pair);
            }
        }
        return names.length() == 0 ? null : names.toString();
    }

    @Override
    public PrometheusHttpRequest getRequest() {
        return new Request();
    }

    @Override
    public PrometheusHttpResponse getResponse() {
        return new Answer();
    }

    @Override
    public void handleException(IOException failure) throws IOException {
        throw failure;
    }

    @Override
    public void handleException(RuntimeException failure) {
        throw failure;
    }

    @Override
    public void close() {}

    private final class Request implements PrometheusHttpRequest {
        @Override
        public String getQueryString() {
            return namesOnly(exchange.getRequestURI().getRawQuery());
        }

        @Override
        public Enumeration<String> getHeaders(String name) {
            List<String> values = exchange.getRequestHeaders().get(name);
            if (values == null) {
                return Collections.emptyEnumeration();
            }
            return Collections.enumeration(name.equalsIgnoreCase("Accept") ? withoutProtobuf(values) : values);
        }

        /** Always GET: HEAD has the same answer, of which only the head is then sent. */
        @Override
        public String getMethod() {
            return "GET";
        }

        @Override
        public String getRequestPath() {
            return exchange.getRequestURI().getPath();
        }
    }

    private final class Answer implements PrometheusHttpResponse {
        @Override
        public void setHeader(String name, String value) {
            headers.put(name, value);
        }

        @Override
        public OutputStream sendHeadersAndGetBody(int statusCode, int contentLength) {
            status = statusCode;
            body = new Body(contentLength > 0 ? contentLength : FIRST_CAPACITY);
            return body;
        }
    }

    /** Gives its bytes without a copy when their number was known: a scrape may be megabytes. */
    private static final class Body extends ByteArrayOutputStream {
        Body(int capacity) {
            super(capacity);
        }

        byte[] bytes() {
            return count == buf.length ? buf : toByteArray();
        }
    }
}
