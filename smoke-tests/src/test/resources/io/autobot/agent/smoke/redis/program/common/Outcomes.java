package program;

import java.net.SocketTimeoutException;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisException;

/** How Jedis says what became of a command. */
final class Outcomes {
    private Outcomes() {}

    static boolean isErrorReply(Throwable thrown) {
        return thrown instanceof JedisDataException;
    }

    static boolean isWithoutReply(Throwable thrown) {
        return thrown instanceof JedisException && !isErrorReply(thrown);
    }

    static boolean isTimeout(Throwable thrown) {
        for (Throwable at = thrown; at != null; at = at.getCause()) {
            if (at instanceof SocketTimeoutException) {
                return true;
            }
        }
        return false;
    }
}
