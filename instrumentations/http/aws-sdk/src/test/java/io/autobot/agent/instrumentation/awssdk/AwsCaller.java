package io.autobot.agent.instrumentation.awssdk;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;

/** What the tests ask of a real client of one release; the only class of the tests that all loaders share. */
public interface AwsCaller extends AutoCloseable {
    /** How to call. */
    interface Options {
        /** With the prefix of the path. */
        String endpoint();

        /** The HTTP client below: apache, apache5, url, netty, crt, jdk. */
        String http();

        /** At most so often. */
        int attempts();

        /** For an attempt, 0 for the SDK's own. */
        long timeoutMillis();
    }

    /** A stream under way. */
    interface Stream {
        /** What has arrived. */
        BlockingQueue<String> events();

        /** Of the whole call. */
        CompletableFuture<?> future();

        /** Of the subscription. */
        void cancel();
    }

    byte[] invoke(String model, byte[] body) throws Exception;

    String converse(String model, String text) throws Exception;

    /** Asynchronous clients only. */
    default Stream invokeStream(String model) {
        throw new UnsupportedOperationException();
    }

    /** Asynchronous clients only. */
    default Stream converseStream(String model) {
        throw new UnsupportedOperationException();
    }

    /** S3 only. */
    default void head(String key) {
        throw new UnsupportedOperationException();
    }

    /** S3 only. */
    default void delete(String key) {
        throw new UnsupportedOperationException();
    }

    @Override
    void close();
}
