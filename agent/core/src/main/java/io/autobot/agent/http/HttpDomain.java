package io.autobot.agent.http;

import io.autobot.agent.metrics.Domains;
import io.autobot.agent.status.StatusBoard;
import java.util.List;

/** HTTP as a whole: the protocols that are recognised, whatever client carries them. Any thread. */
public final class HttpDomain {
    private final HttpProtocol[] protocols;
    private final StatusBoard status;

    /** @param protocols asked in this order; the first that claims an exchange has it */
    public HttpDomain(List<HttpProtocol> protocols, StatusBoard status) {
        this.protocols = protocols.toArray(new HttpProtocol[0]);
        this.status = status;
    }

    /** The transport of an instrumentation in this JVM. */
    public static HttpTransport transport(String instrumentation) {
        return new HttpTransport(Domains.get(HttpDomain.class), instrumentation);
    }

    HttpConversation claim(String method, String scheme, String host, int port, String path) {
        for (HttpProtocol protocol : protocols) {
            HttpConversation claimed = protocol.claim(method, scheme, host, port, path);
            if (claimed != null) {
                return claimed;
            }
        }
        return null;
    }

    StatusBoard status() {
        return status;
    }
}
