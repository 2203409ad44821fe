package io.autobot.agent.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.autobot.agent.metrics.Histograms;
import io.autobot.agent.metrics.SeriesGuard;
import io.autobot.agent.redis.RedisOperation.Reading;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RedisChannelTest {
    private static final RedisServer SERVER = new RedisServer("cache.internal", "10.0.0.1", 6379);
    private static final int GET = RedisCommands.id("get");
    private static final int SET = RedisCommands.id("set");

    private final RedisDomain domain = RedisDomain.create(
            new SeriesGuard(SeriesGuard.DEFAULT_LIMIT),
            new Histograms(family -> null),
            new RedisServerFigures(System::nanoTime, 1),
            Map.of("cache.internal:6379/2", "sessions"),
            false);

    private Reading of(String database, int id) {
        return domain.metrics().database(database).operation(id).read();
    }

    private RedisChannel open(int index) {
        RedisChannel channel = RedisChannel.opening(domain, false);
        channel.intends(SERVER, index);
        channel.connected(SERVER);
        return channel;
    }

    @Test
    void eachCommandEndsOnceWithItsOwnOutcome() {
        RedisChannel channel = open(0);
        long start = System.nanoTime();
        channel.succeeded(SET, start);
        channel.lookedUp(GET, start, true);
        channel.lookedUp(GET, start, false);
        channel.failed(GET, start);
        channel.timedOut(SET, start);
        assertThat(of("main", GET)).isEqualTo(new Reading(0, 1, 1, 1, 0));
        assertThat(of("main", SET)).isEqualTo(new Reading(1, 0, 0, 1, 1));
    }

    @Test
    void theDatabaseOutlivesAReconnectAndFollowsSelect() {
        RedisChannel channel = open(2);
        channel.succeeded(SET, System.nanoTime());
        channel.disconnected();
        assertThat(channel.open()).isFalse();
        channel.connected(SERVER);
        channel.succeeded(SET, System.nanoTime());
        channel.selected(5);
        channel.succeeded(SET, System.nanoTime());
        assertThat(of("sessions", SET)).isEqualTo(new Reading(2, 0, 0, 0, 0));
        assertThat(of("db5", SET)).isEqualTo(new Reading(1, 0, 0, 0, 0));
        assertThat(channel.database()).isEqualTo("db5");
    }

    @Test
    void aPublishedMessageIsCountedWithItsCommand() {
        RedisChannel channel = open(0);
        channel.succeeded(RedisCommands.PUBLISH, System.nanoTime());
        channel.failed(RedisCommands.PUBLISH, System.nanoTime());
        channel.received(3);
        assertThat(domain.metrics().database("main").publishedMessages()).isEqualTo(1);
        assertThat(domain.metrics().database("main").receivedMessages()).isEqualTo(3);
    }

    @Test
    void whatTheClientOpensForItselfIsIgnored() {
        RedisThread.current().enterInternal();
        try {
            RedisChannel channel = open(0);
            assertThat(channel.ignored()).isTrue();
            assertThat(channel.open()).isFalse();
        } finally {
            RedisThread.current().exitInternal();
        }
        assertThat(open(0).ignored()).isFalse();
    }

    @Test
    void whatHasNoConnectionYetIsTheApplicationsWhoeverAskedFirst() {
        RedisThread.current().enterInternal();
        try {
            RedisChannel channel = RedisChannel.unrouted(domain);
            assertThat(channel.ignored()).isFalse();
            channel.failed(GET, System.nanoTime());
        } finally {
            RedisThread.current().exitInternal();
        }
        assertThat(of("main", GET)).isEqualTo(new Reading(0, 0, 0, 1, 0));
    }

    @Test
    void aPoolOwnsWhatItMakesAndLearnsWhereItLeads() {
        RedisPoolOrigin pool = new RedisPoolOrigin(domain);
        RedisThread thread = RedisThread.current();
        thread.enterInternal();
        thread.making(pool);
        RedisChannel channel = RedisChannel.opening(domain, false);
        channel.intends(RedisServer.UNKNOWN, 2);
        thread.making(null);
        thread.exitInternal();
        // The socket opens on another thread, when the pool's has gone on.
        channel.connected(SERVER);
        assertThat(channel.pooled()).isTrue();
        assertThat(channel.ignored()).isFalse();
        assertThat(pool.alias()).isEqualTo("sessions");
        assertThat(pool.server()).isEqualTo(SERVER);
    }

    @Test
    void aConnectionOpenBeforeItWasSeenIsUnknownUntilSelect() {
        RedisChannel channel = RedisChannel.alreadyOpen(domain);
        channel.succeeded(SET, System.nanoTime());
        channel.selected(1);
        channel.succeeded(SET, System.nanoTime());
        assertThat(of("unknown", SET)).isEqualTo(new Reading(1, 0, 0, 0, 0));
        assertThat(of("db1", SET)).isEqualTo(new Reading(1, 0, 0, 0, 0));
    }
}
