package io.autobot.agent.tasks;

import java.util.Set;

/**
 * Tells from an exception what went wrong, by the names of its class, its superclasses and those of its causes: no
 * method of a foreign object but {@link Throwable#getCause} is called. Any thread; nothing is allocated for a class that
 * was seen before.
 */
public final class Failures {
    private static final int MAX_DEPTH = 8;

    /**
     * By class. An entry lives in the class it is about and refers to nothing but a constant of the agent, so neither
     * keeps an application's class loader.
     */
    private static final ClassValue<RetryReason> KNOWN = new ClassValue<>() {
        @Override
        protected RetryReason computeValue(Class<?> type) {
            return ofClass(type);
        }
    };

    private static final Set<String> TIMEOUT = Set.of("TimeoutException", "RequestTimeout");

    private static final Set<String> RATE_LIMIT = Set.of(
            "TooManyRequests",
            "TooManyRequestsException",
            "RateLimitException",
            "RateLimitExceededException",
            "RateLimitedException",
            "ThrottlingException",
            "ThrottledException",
            "RequestNotPermitted");

    private static final Set<String> CONNECTION = Set.of(
            "ConnectException",
            "UnknownHostException",
            "ClosedChannelException",
            "SocketException",
            "SSLException",
            "EOFException",
            "ConnectionException",
            "NoHttpResponseException");

    private static final Set<String> SERVER_ERROR = Set.of(
            "HttpServerErrorException",
            "ServerErrorException",
            "InternalServerErrorException",
            "InternalServerException",
            "InternalServerError",
            "NotImplemented",
            "BadGateway",
            "ServiceUnavailable",
            "ServiceUnavailableException",
            "GatewayTimeout",
            "FeignServerException");

    private Failures() {}

    /**
     * Why work that failed so is attempted again. The deepest cause that says something decides: what wraps it is more
     * general.
     *
     * @param failure {@code null} for a result that was not good enough
     */
    public static RetryReason reason(Throwable failure) {
        RetryReason reason = RetryReason.ERROR;
        Throwable at = failure;
        for (int depth = 0; at != null && depth < MAX_DEPTH; depth++) {
            RetryReason found = KNOWN.get(at.getClass());
            reason = found == RetryReason.ERROR ? reason : found;
            at = at.getCause();
        }
        return reason;
    }

    /**
     * As {@link #reason(Throwable)}, where a failure was written down and only names are left.
     *
     * @param classNames of the exception and its causes, in this order; {@code null} for one that is not there
     */
    public static RetryReason reasonByNames(String... classNames) {
        RetryReason reason = RetryReason.ERROR;
        for (String name : classNames) {
            RetryReason found = name == null ? RetryReason.ERROR : ofName(simpleName(name));
            reason = found == RetryReason.ERROR ? reason : found;
        }
        return reason;
    }

    private static RetryReason ofClass(Class<?> type) {
        for (Class<?> at = type; at != null && at != Throwable.class; at = at.getSuperclass()) {
            RetryReason reason = ofName(simpleName(at.getName()));
            if (reason != RetryReason.ERROR) {
                return reason;
            }
        }
        return RetryReason.ERROR;
    }

    private static RetryReason ofName(String name) {
        if (TIMEOUT.contains(name) || name.endsWith("TimeoutException") || name.endsWith("TimeoutExceededException")) {
            return RetryReason.TIMEOUT;
        }
        if (RATE_LIMIT.contains(name)) {
            return RetryReason.RATE_LIMIT;
        }
        if (SERVER_ERROR.contains(name)) {
            return RetryReason.SERVER_ERROR;
        }
        return CONNECTION.contains(name) || name.endsWith("ConnectionException") || name.endsWith("ConnectException")
                ? RetryReason.CONNECTION
                : RetryReason.ERROR;
    }

    /** Of a nested class too: {@code FeignException$TooManyRequests} is {@code TooManyRequests}. */
    private static String simpleName(String className) {
        return className.substring(Math.max(className.lastIndexOf('.'), className.lastIndexOf('$')) + 1);
    }
}
