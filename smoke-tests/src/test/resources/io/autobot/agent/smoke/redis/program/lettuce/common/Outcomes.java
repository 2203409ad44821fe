package program;

import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisCommandTimeoutException;
import io.lettuce.core.RedisException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/** How Lettuce says what became of a command, to one who waits for a future too. */
final class Outcomes {
    private Outcomes() {}

    static boolean isErrorReply(Throwable thrown) {
        return told(thrown) instanceof RedisCommandExecutionException;
    }

    /** Lettuce 5.0 cancels what a closed connection leaves. */
    static boolean isWithoutReply(Throwable thrown) {
        return thrown instanceof CancellationException
                || told(thrown) instanceof RedisException && !isErrorReply(thrown);
    }

    static boolean isTimeout(Throwable thrown) {
        return told(thrown) instanceof RedisCommandTimeoutException;
    }

    private static Throwable told(Throwable thrown) {
        boolean wrapped = thrown instanceof ExecutionException || thrown instanceof CompletionException;
        return wrapped && thrown.getCause() != null ? thrown.getCause() : thrown;
    }
}
