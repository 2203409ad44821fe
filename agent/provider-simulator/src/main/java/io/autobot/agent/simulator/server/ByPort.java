package io.autobot.agent.simulator.server;

import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Sends the requests of one named port to one handler and all others to another. */
final class ByPort extends Handler.Abstract {
    private final String name;
    private final BlockingHandler named;
    private final BlockingHandler others;

    /** A handler that may block and must write a whole reply. */
    interface BlockingHandler {
        void handle(Request request, Response response, Callback callback) throws Exception;
    }

    ByPort(String name, BlockingHandler named, BlockingHandler others) {
        super(InvocationType.BLOCKING);
        this.name = name;
        this.named = named;
        this.others = others;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        String port = request.getConnectionMetaData().getConnector().getName();
        (name.equals(port) ? named : others).handle(request, response, callback);
        return true;
    }
}
