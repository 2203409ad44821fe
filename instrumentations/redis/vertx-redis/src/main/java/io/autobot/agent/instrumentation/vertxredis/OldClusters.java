package io.autobot.agent.instrumentation.vertxredis;

/** What clusters' clients up to 4.5.0 do with an attempt. */
final class OldClusters {
    private OldClusters() {}

    /**
     * An attempt is made.
     *
     * @param connection {@code null} if there is none
     * @param what a request, or a list of them
     */
    static void attempted(Object connection, String endpoint, int left, Object what, long start) {
        // What follows on this thread is no longer about the call that led here.
        Calls.drop();
        if (connection == null) {
            Requests.failed(what, Endpoints.database(endpoint), start);
            return;
        }
        VertxConnection state = VertxConnections.of(connection);
        if (state != null && !Requests.areSeenWhenQueued()) {
            state.usedByCluster(left >= 0);
        }
    }
}
