package program;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.Pipeline;
import redis.clients.jedis.exceptions.JedisConnectionException;

/** Commands that get no reply: a silent server, a closed connection, a refused one, one that is never accepted. */
final class Failures {
    private static final int PATIENCE = 200;

    private final Target target;
    private final Direct direct;
    private final Ledger ledger;

    Failures(Target target, Direct direct, Ledger ledger) {
        this.target = target;
        this.direct = direct;
        this.ledger = ledger;
    }

    void run() throws Exception {
        silent();
        cutOff();
        refused();
        neverAccepted();
    }

    private void silent() {
        try (Jedis admin = direct.open();
                Jedis single = impatient();
                Jedis many = impatient()) {
            ledger.call(0, "client_pause", () -> admin.clientPause(1_000L));
            ledger.fails(0, "strlen", () -> single.strlen("silent"));
            Pipeline pipeline = many.pipelined();
            for (int i = 0; i < 5; i++) {
                pipeline.bitcount("silent");
            }
            ledger.fails(0, "bitcount", () -> {
                pipeline.sync();
                return null;
            });
            // The first of them timed out; the others went down with the connection.
            ledger.done(0, "bitcount", "error", 4);
            ledger.add("maybe bitcount", 4);
            ledger.call(0, "echo", () -> admin.echo("the pause is over"));
        }
    }

    private void cutOff() {
        try (Jedis admin = direct.open();
                Jedis victim = direct.open()) {
            Object id = ledger.call(0, "client_id", () -> Compat.command(victim, "CLIENT", "ID"));
            ledger.call(0, "client_kill", () -> Compat.command(admin, "CLIENT", "KILL", "ID", id.toString()));
            ledger.fails(0, "getrange", () -> victim.getrange("cut off", 0, 1));
        }
    }

    private void refused() throws Exception {
        int closed;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(target.host))) {
            closed = socket.getLocalPort();
        }
        try (Jedis jedis = new Jedis(target.host, closed)) {
            ledger.fails(0, "scard", () -> jedis.scard("refused"));
        }
        Unified.refused(target.host, closed, ledger);
    }

    /** A listener whose backlog is full answers nothing at all. */
    private void neverAccepted() throws Exception {
        List<Socket> filling = new ArrayList<>();
        try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getByName(target.host))) {
            InetSocketAddress address = (InetSocketAddress) full.getLocalSocketAddress();
            while (true) {
                Socket socket = new Socket();
                filling.add(socket);
                try {
                    socket.connect(address, PATIENCE);
                } catch (SocketTimeoutException isFull) {
                    break;
                }
            }
            try (Jedis jedis = new Jedis(target.host, address.getPort())) {
                jedis.hlen("never accepted");
                throw new IllegalStateException("the connection should have timed out");
            } catch (JedisConnectionException expected) {
                ledger.done(0, "hlen", "error");
                ledger.unseen("hlen", 1);
                ledger.add("timeout redis_connect 0 connect_timeout", 1);
            }
        } finally {
            for (Socket socket : filling) {
                socket.close();
            }
        }
    }

    private Jedis impatient() {
        Jedis jedis = new Jedis(target.host, target.port, PATIENCE);
        ledger.call(0, "auth", () -> jedis.auth(target.password));
        return jedis;
    }
}
