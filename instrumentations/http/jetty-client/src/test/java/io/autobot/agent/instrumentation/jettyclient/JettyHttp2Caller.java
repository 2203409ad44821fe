package io.autobot.agent.instrumentation.jettyclient;

import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.http2.client.HTTP2Client;
import org.eclipse.jetty.http2.client.transport.HttpClientTransportOverHTTP2;

/** A client that speaks HTTP/2 alone. */
public final class JettyHttp2Caller extends JettyClientCaller {
    public JettyHttp2Caller() throws Exception {
        super(() -> new HttpClient(new HttpClientTransportOverHTTP2(new HTTP2Client())));
    }
}
