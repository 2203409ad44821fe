package io.autobot.agent.instrumentation.awssdk;

import io.autobot.agent.http.BodyTap;
import io.autobot.agent.http.HttpDomain;
import io.autobot.agent.http.HttpExchange;
import io.autobot.agent.http.HttpTransport;
import software.amazon.awssdk.http.SdkHttpHeaders;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.SdkHttpResponse;

/** The SDK's requests and replies in the words of the agent. None of its HTTP clients decodes a body. */
final class Exchanges {
    private static final HttpTransport TRANSPORT = HttpDomain.transport("aws-sdk");

    private Exchanges() {}

    /** {@code null} if nobody wants to see this request. */
    static HttpExchange open(SdkHttpRequest request) {
        return TRANSPORT.open(
                request.method().name(), request.protocol(), request.host(), request.port(), request.encodedPath());
    }

    /** The request's body begins. */
    static BodyTap request(HttpExchange exchange, SdkHttpHeaders request) {
        return exchange.request(header(request, "Content-Type"), header(request, "Content-Encoding"));
    }

    /** The reply's head is there, which ends the exchange if no body can follow. */
    static BodyTap response(HttpExchange exchange, SdkHttpRequest request, SdkHttpResponse reply) {
        int status = reply.statusCode();
        BodyTap tap = exchange.response(status, name -> header(reply, name));
        exchange.endIfBodyless(request.method().name(), status, length(reply));
        return tap;
    }

    /** How many bytes a body has, negative if its head does not say. */
    static long length(SdkHttpHeaders message) {
        String length = header(message, "Content-Length");
        try {
            return length == null ? -1 : Long.parseLong(length.trim());
        } catch (NumberFormatException notOurs) {
            return -1;
        }
    }

    private static String header(SdkHttpHeaders message, String name) {
        return message.firstMatchingHeader(name).orElse(null);
    }
}
