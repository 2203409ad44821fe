package io.autobot.agent.llm;

import io.autobot.agent.log.AgentLog;
import io.autobot.agent.sampling.Sampler;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The Ollama servers that the application calls, asked from time to time how many models they hold in memory. A server
 * is asked as long as it answers; one that does not is forgotten, its figure too, until a call of the application to it
 * has been answered. What turns out not to tell such a thing is not asked again. Calls come on any thread; the sampler
 * asks.
 */
final class OllamaServers {
    /** So many are asked, and so many that do not tell are remembered. */
    static final int MOST = 8;

    private final Asking asking;
    private final Consumer<Sampler.Sample> schedule;
    private final Consumer<String> warnings;
    private volatile List<OllamaServer> asked = List.of();
    private volatile List<OllamaServer> silent = List.of();
    private boolean scheduled;
    private boolean warned;

    /** How a server is asked. */
    @FunctionalInterface
    interface Asking {
        /**
         * The models that a server holds in memory, {@link OllamaServer#UNKNOWN} if it has no word for that.
         *
         * @throws IOException if it does not answer, or not now
         */
        int loaded(OllamaServer server) throws IOException;
    }

    /**
     * @param schedule gets what is to be done from time to time, with the first server
     * @param warnings gets a line for what is wrong
     */
    OllamaServers(Asking asking, Consumer<Sampler.Sample> schedule, Consumer<String> warnings) {
        this.asking = asking;
        this.schedule = schedule;
        this.warnings = warnings;
    }

    /** The server that a call goes to, {@code null} if it is not to be asked. */
    OllamaServer find(String scheme, String host, int port, String path) {
        for (OllamaServer server : asked) {
            if (server.serves(scheme, host, port, path)) {
                return server;
            }
        }
        for (OllamaServer server : silent) {
            if (server.serves(scheme, host, port, path)) {
                return null;
            }
        }
        return OllamaServer.of(scheme, host, port, path);
    }

    /** A call to a server, as {@link #find} found it, was answered with what a model said. */
    void answered(OllamaServer server) {
        if (!server.isAsked()) {
            add(server);
        }
    }

    private synchronized void add(OllamaServer server) {
        for (OllamaServer other : asked) {
            if (other.isAt(server)) {
                return;
            }
        }
        if (asked.size() == MOST) {
            if (!warned) {
                warned = true;
                warnings.accept(LlmFamilies.MODELS_LOADED.name() + " has the models of " + MOST
                        + " servers of Ollama; the application calls more");
            }
            return;
        }
        asked = with(asked, server);
        server.asked(true);
        if (!scheduled) {
            scheduled = true;
            schedule.accept(now -> ask());
        }
    }

    private static List<OllamaServer> with(List<OllamaServer> some, OllamaServer one) {
        List<OllamaServer> all = new ArrayList<>(some);
        all.add(one);
        return List.copyOf(all);
    }

    private synchronized void remove(OllamaServer server, boolean forGood) {
        List<OllamaServer> left = new ArrayList<>(asked);
        left.remove(server);
        asked = List.copyOf(left);
        server.asked(false);
        server.loaded(OllamaServer.UNKNOWN);
        if (forGood) {
            List<OllamaServer> known = with(silent, server);
            silent = known.size() > MOST ? known.subList(1, known.size()) : known;
        }
    }

    /** Asks each of them. */
    void ask() {
        for (OllamaServer server : asked) {
            try {
                int loaded = asking.loaded(server);
                if (loaded == OllamaServer.UNKNOWN) {
                    remove(server, true);
                    debug(server, "it has no word for that");
                } else {
                    server.loaded(loaded);
                }
            } catch (IOException | RuntimeException unreachable) {
                remove(server, false);
                debug(server, AgentLog.brief(unreachable));
            }
        }
    }

    private static void debug(OllamaServer server, String why) {
        if (AgentLog.prints(AgentLog.Level.DEBUG)) {
            AgentLog.debug("not known how many models " + server + " has loaded: " + why);
        }
    }

    /** The models of all servers that answer, {@link OllamaServer#UNKNOWN} if none does. */
    int loaded() {
        int sum = OllamaServer.UNKNOWN;
        for (OllamaServer server : asked) {
            int loaded = server.loaded();
            if (loaded != OllamaServer.UNKNOWN) {
                sum = Math.max(0, sum) + loaded;
            }
        }
        return sum;
    }
}
