package program;

import java.util.Map;

/** Where the server is, and what the program was told. */
final class Target {
    final String host;
    final int port;
    final String password;
    final boolean functions;

    Target(Map<String, String> settings) {
        host = settings.get("host");
        port = Integer.parseInt(settings.get("port"));
        password = settings.get("password");
        functions = Boolean.parseBoolean(settings.get("functions"));
    }
}
