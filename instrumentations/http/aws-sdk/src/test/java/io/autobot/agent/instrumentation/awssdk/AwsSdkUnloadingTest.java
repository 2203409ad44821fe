package io.autobot.agent.instrumentation.awssdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.autobot.agent.instrumentation.awssdk.AwsReleases.Calling;
import io.autobot.agent.testkit.http.RecordingProtocol;
import io.autobot.agent.testkit.inprocess.WeavingExtension;
import io.autobot.agent.testkit.library.LibraryLoader;
import java.lang.ref.WeakReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Nothing of ours keeps an application's SDK. */
class AwsSdkUnloadingTest {
    private final RecordingProtocol seen = new RecordingProtocol();

    @RegisterExtension
    final WeavingExtension agent =
            WeavingExtension.of(new AwsSdkInstrumentation()).recording(seen);

    @Test
    void aLoaderIsCollected() throws Exception {
        WeakReference<?>[] gone = new WeakReference<?>[1];
        // The SDK leaves things in the thread that calls it.
        Thread caller = new Thread(() -> gone[0] = call());
        caller.start();
        caller.join();
        assertThat(seen.only().status()).isEqualTo(200);
        seen.clear();
        await().untilAsserted(() -> {
            System.gc();
            assertThat(gone[0].get()).isNull();
        });
    }

    private static WeakReference<?> call() {
        try (AwsPeer peer = new AwsPeer();
                LibraryLoader loader = AwsReleases.loader(AwsReleases.NEWEST);
                AwsCaller bedrock = AwsReleases.caller(
                        loader,
                        SyncBedrock.class,
                        new Calling(peer.uri("/claimed").toString(), "url", 1, 0))) {
            bedrock.invoke("reply", new byte[2]);
            return new WeakReference<>(loader);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
