package io.autobot.agent.http;

/** Knows some exchanges by where they go. Any thread. */
public interface HttpProtocol {
    /**
     * Claims an exchange that begins, or leaves it alone. Asked for every exchange of the application: what is not
     * claimed must cost next to nothing.
     *
     * @param method in upper case
     * @param scheme as the application wrote it, {@code null} if the transport does not know
     * @param host as the application wrote it
     * @param port the port, the scheme's own where the application wrote none
     * @param path the raw path without query, at least {@code /}
     * @return what listens to it, {@code null} if it is not this protocol's
     */
    HttpConversation claim(String method, String scheme, String host, int port, String path);
}
