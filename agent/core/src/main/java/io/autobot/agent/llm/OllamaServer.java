package io.autobot.agent.llm;

/**
 * An Ollama server as the application writes its address, perhaps behind a gateway's prefix, and how many models it
 * holds in memory. Any thread.
 */
final class OllamaServer {
    /** Before the server has told, and after it has ceased to. */
    static final int UNKNOWN = -1;

    private final boolean tls;
    private final String host;
    private final int port;
    private final String prefix;
    private volatile int loaded = UNKNOWN;
    private volatile boolean asked;

    private OllamaServer(boolean tls, String host, int port, String prefix) {
        this.tls = tls;
        this.host = host;
        this.port = port;
        this.prefix = prefix;
    }

    /** The server that a call goes to, {@code null} if its path tells nothing of where others are. */
    static OllamaServer of(String scheme, String host, int port, String path) {
        int end = prefixEnd(path);
        return end < 0 || !isPlain(host) || !isPlain(path)
                ? null
                : new OllamaServer(isTls(scheme), host, port, path.substring(0, end));
    }

    /** Whether a call goes to this server. */
    boolean serves(String scheme, String toHost, int toPort, String path) {
        return port == toPort
                && prefixEnd(path) == prefix.length()
                && path.startsWith(prefix)
                && host.equals(toHost)
                && tls == isTls(scheme);
    }

    /** Whether another object stands for the same server. */
    boolean isAt(OllamaServer other) {
        return port == other.port && tls == other.tls && prefix.equals(other.prefix) && host.equals(other.host);
    }

    /** Its own paths are below {@code /api/}, those in OpenAI's shape below {@code /v1/}. */
    private static int prefixEnd(String path) {
        int own = path.lastIndexOf("/api/");
        return own >= 0 ? own : path.lastIndexOf("/v1/");
    }

    private static boolean isTls(String scheme) {
        return "https".equalsIgnoreCase(scheme);
    }

    /** Whether it can stand in a request's head as it is. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) <= ' ' || text.charAt(i) >= 0x7f) {
                return false;
            }
        }
        return true;
    }

    boolean tls() {
        return tls;
    }

    /** A name or an address; of IPv6 without brackets. */
    String host() {
        return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
    }

    int port() {
        return port;
    }

    /** The question for the models in memory. */
    String request() {
        return "GET " + prefix + "/api/ps HTTP/1.1\r\nHost: " + host + ":" + port
                + "\r\nUser-Agent: autobot-agent\r\nAccept: application/json\r\nConnection: close\r\n\r\n";
    }

    int loaded() {
        return loaded;
    }

    void loaded(int models) {
        loaded = models;
    }

    /** Whether it is among those that are asked from time to time. */
    boolean isAsked() {
        return asked;
    }

    void asked(boolean from) {
        asked = from;
    }

    @Override
    public String toString() {
        return host + ":" + port + prefix;
    }
}
