package io.autobot.agent.instrumentation.reactornetty;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import reactor.netty.http.client.HttpClientConfig;

/**
 * Where a call goes, read off the client's configuration as the library reads it: an absolute address, with or without
 * scheme, or a path below the base address or at the client's remote address.
 *
 * @param host as the application wrote it, {@code null} if it goes to no host
 * @param port 0 for the scheme's own
 * @param path without query
 */
record CallAddress(String scheme, String host, int port, String path) {
    static CallAddress of(HttpClientConfig config) {
        String scheme = config.isSecure() ? "https" : "http";
        String uri = config.uri();
        String below = uri == null ? "/" : uri;
        if (!below.startsWith("/")) {
            return parse(below, scheme, "");
        }
        String base = config.baseUrl();
        if (base != null) {
            return parse(base, scheme, path(below, 0));
        }
        SocketAddress remote = config.remoteAddress().get();
        if (remote instanceof InetSocketAddress) {
            InetSocketAddress address = (InetSocketAddress) remote;
            return new CallAddress(scheme, address.getHostString(), address.getPort(), path(below, 0));
        }
        return new CallAddress(scheme, null, 0, "/");
    }

    private static CallAddress parse(String uri, String defaultScheme, String below) {
        int schemeEnd = uri.indexOf("://");
        String scheme = schemeEnd < 0 ? defaultScheme : uri.substring(0, schemeEnd);
        int start = schemeEnd < 0 ? 0 : schemeEnd + 3;
        int end = end(uri, start, true);
        int user = uri.lastIndexOf('@', end - 1);
        int host = user < start ? start : user + 1;
        int colon = uri.lastIndexOf(':', end - 1);
        // Within brackets it is part of the address.
        boolean hasPort = colon >= host && uri.indexOf(']', colon) < 0;
        String path = path(uri, end);
        if (!below.isEmpty()) {
            path = path.endsWith("/") ? path.substring(0, path.length() - 1).concat(below) : path.concat(below);
        }
        return new CallAddress(
                scheme, uri.substring(host, hasPort ? colon : end), hasPort ? port(uri, colon + 1, end) : 0, path);
    }

    private static String path(String uri, int from) {
        return uri.substring(from, end(uri, from, false));
    }

    /** Where the path ends, or where it begins. */
    private static int end(String uri, int from, boolean atSlash) {
        for (int at = from; at < uri.length(); at++) {
            char c = uri.charAt(at);
            if (c == '?' || c == '#' || atSlash && c == '/') {
                return at;
            }
        }
        return uri.length();
    }

    private static int port(String uri, int from, int to) {
        int port = 0;
        for (int at = from; at < to; at++) {
            int digit = uri.charAt(at) - '0';
            if (digit < 0 || digit > 9 || port > 65_535) {
                return 0;
            }
            port = port * 10 + digit;
        }
        return port;
    }
}
