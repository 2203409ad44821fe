package io.autobot.agent.instrumentation.awssdk;

import static org.assertj.core.api.Assertions.assertThat;

import io.autobot.agent.instrumentation.awssdk.AwsReleases.Calling;
import io.autobot.agent.testkit.Matrix;
import io.autobot.agent.testkit.http.RecordingProtocol;
import io.autobot.agent.testkit.inprocess.WeavingExtension;
import io.autobot.agent.testkit.library.LibraryLoader;
import io.autobot.agent.testkit.library.Unloading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Nothing of ours keeps an application's SDK. */
class AwsSdkUnloadingTest {
    private final RecordingProtocol seen = new RecordingProtocol();

    @RegisterExtension
    final WeavingExtension agent =
            WeavingExtension.of(new AwsSdkInstrumentation()).recording(seen);

    @Test
    void aLoaderIsCollected() throws Exception {
        check(SyncBedrock.class, "url");
    }

    /** Netty's threads take seconds to end. */
    @Test
    @EnabledIfSystemProperty(named = Matrix.PROPERTY, matches = "all")
    void aLoaderOfTheAsynchronousClientIsCollected() throws Exception {
        check(AsyncBedrock.class, "netty");
    }

    private void check(Class<? extends AwsCaller> type, String http) throws Exception {
        Unloading library = Unloading.after(() -> call(type, http));
        assertThat(seen.only().status()).isEqualTo(200);
        seen.clear();
        library.awaitCollected();
    }

    private static ClassLoader call(Class<? extends AwsCaller> type, String http) throws Exception {
        try (AwsPeer peer = new AwsPeer();
                LibraryLoader loader = AwsReleases.loader(AwsReleases.NEWEST);
                AwsCaller bedrock = AwsReleases.caller(
                        loader, type, new Calling(peer.uri("/claimed").toString(), http, 1, 0))) {
            bedrock.invoke("reply", new byte[2]);
            return loader;
        }
    }
}
