package io.autobot.agent.simulator;

import io.autobot.agent.simulator.wire.Json;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The simulator as a process of its own. Arguments, all optional: names of endpoints, each with {@code =PORT} for a
 * fixed port (none: all, on free ports); {@code admin=PORT}; {@code --bind=ADDRESS}; {@code --until-stdin-ends}, so
 * that it ends with the process that started it.
 *
 * <p>When ready it prints one line, {@code SIMULATOR READY } and a JSON object of ports: {@code admin} and the
 * endpoints' names. It runs until it is killed or {@code POST /stop} comes to the admin port.
 */
public final class SimulatorMain {
    /** Begins the line of ports. */
    public static final String READY = "SIMULATOR READY ";

    private SimulatorMain() {}

    /** Starts, and returns while the server's threads keep the process alive. */
    public static void main(String[] args) throws IOException {
        // Jetty's logging without a backend would say so on every start.
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        String bind = "127.0.0.1";
        boolean untilStdinEnds = false;
        int admin = 0;
        Map<Endpoint, Integer> wanted = new LinkedHashMap<>();
        for (String arg : args) {
            String[] nameAndPort = arg.split("=", 2);
            if (nameAndPort[0].equals("--bind")) {
                bind = nameAndPort[1];
            } else if (arg.equals("--until-stdin-ends")) {
                untilStdinEnds = true;
            } else if (nameAndPort[0].equals("admin")) {
                admin = Integer.parseInt(nameAndPort[1]);
            } else {
                int port = nameAndPort.length == 2 ? Integer.parseInt(nameAndPort[1]) : 0;
                wanted.put(Endpoint.parse(nameAndPort[0]), port);
            }
        }
        if (wanted.isEmpty()) {
            for (Endpoint endpoint : Endpoint.values()) {
                wanted.put(endpoint, 0);
            }
        }
        ProviderSimulator simulator = ProviderSimulator.start(bind).admin(admin);
        wanted.forEach(simulator::open);
        Map<String, Object> ports = Json.object("admin", simulator.adminPort());
        simulator.openPorts().forEach((endpoint, port) -> ports.put(endpoint.toString(), port));
        System.out.println(READY + Json.write(ports));
        if (untilStdinEnds) {
            while (System.in.read() >= 0) {
                // What is written there does not matter, only that it ends.
            }
            simulator.close();
        }
    }
}
