package io.autobot.agent.instrumentation.reactornetty;

import java.time.Duration;
import reactor.core.scheduler.Schedulers;
import reactor.netty.http.HttpResources;

/** A client that ends all threads of its library behind it. */
public final class EndingReactorNettyCaller extends ReactorNettyCaller {
    @Override
    public void close() {
        super.close();
        HttpResources.disposeLoopsAndConnectionsLater(Duration.ZERO, Duration.ofSeconds(10))
                .block();
        Schedulers.shutdownNow();
    }
}
