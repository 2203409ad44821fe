package io.autobot.agent.testkit.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;

/** Whether a library that was used and dropped is collected, its class loader with it. */
public final class Unloading {
    private final WeakReference<ClassLoader> loader;

    private Unloading(WeakReference<ClassLoader> loader) {
        this.loader = loader;
    }

    /**
     * Uses a library in a thread of its own, in which it may leave what it likes.
     *
     * @param use ends what the library has begun; returns the library's loader, and keeps nothing of it
     */
    public static Unloading after(Callable<ClassLoader> use) throws Exception {
        FutureTask<WeakReference<ClassLoader>> task = new FutureTask<>(() -> new WeakReference<>(use.call()));
        Thread user = new Thread(task);
        user.start();
        WeakReference<ClassLoader> used = task.get();
        user.join();
        return new Unloading(used);
    }

    /** Returns once it is collected. */
    public void awaitCollected() {
        awaitCollected(loader);
    }

    /** Returns once what this refers to is collected. */
    public static void awaitCollected(Reference<?> dropped) {
        await().untilAsserted(() -> {
            System.gc();
            assertThat(dropped.get()).isNull();
        });
    }
}
