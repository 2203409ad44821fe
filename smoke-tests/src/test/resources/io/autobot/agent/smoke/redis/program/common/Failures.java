package program;

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
        int closed = DeadEnds.refusing(target.host);
        try (Jedis jedis = new Jedis(target.host, closed)) {
            ledger.fails(0, "scard", () -> jedis.scard("refused"));
        }
        Unified.refused(target.host, closed, ledger);
    }

    private void neverAccepted() throws Exception {
        try (DeadEnds.Silent silent = new DeadEnds.Silent(target.host);
                Jedis jedis = new Jedis(target.host, silent.port())) {
            jedis.hlen("never accepted");
            throw new IllegalStateException("the connection should have timed out");
        } catch (JedisConnectionException expected) {
            ledger.done(0, "hlen", "error");
            ledger.unseen("hlen", 1);
            ledger.add("timeout redis_connect 0 connect_timeout", 1);
        }
    }

    private Jedis impatient() {
        Jedis jedis = new Jedis(target.host, target.port, PATIENCE);
        ledger.call(0, "auth", () -> jedis.auth(target.password));
        return jedis;
    }
}
