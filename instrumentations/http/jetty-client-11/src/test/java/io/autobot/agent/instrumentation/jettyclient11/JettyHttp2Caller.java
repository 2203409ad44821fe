package io.autobot.agent.instrumentation.jettyclient11;

import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.HttpClientTransport;
import org.eclipse.jetty.http2.client.HTTP2Client;
import org.eclipse.jetty.http2.client.http.HttpClientTransportOverHTTP2;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/** A client that speaks HTTP/2 alone. */
public final class JettyHttp2Caller extends JettyClient11Caller {
    public JettyHttp2Caller() throws Exception {
        super(JettyHttp2Caller::client);
    }

    private static HttpClient client() throws ReflectiveOperationException {
        HttpClientTransport transport = new HttpClientTransportOverHTTP2(new HTTP2Client());
        try {
            // Of 10 and 11.
            return HttpClient.class.getConstructor(HttpClientTransport.class).newInstance(transport);
        } catch (NoSuchMethodException older) {
            return HttpClient.class
                    .getConstructor(HttpClientTransport.class, SslContextFactory.class)
                    .newInstance(transport, null);
        }
    }
}
