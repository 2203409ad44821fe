package io.autobot.agent.instrumentation.reactornetty;

import reactor.netty.http.HttpProtocol;

/** A client that speaks HTTP/2 alone. */
public final class ReactorNettyHttp2Caller extends ReactorNettyCaller {
    public ReactorNettyHttp2Caller() {
        super(HttpProtocol.H2C);
    }
}
