package io.autobot.agent.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RedisServerSamplerTest {
    private static final RedisServer ONE = new RedisServer("one.example", "192.0.2.1", 6379);
    private static final RedisServer TWO = new RedisServer("two.example", "192.0.2.2", 6379);

    private final RedisServerFigures figures = new RedisServerFigures(System::nanoTime, Long.MAX_VALUE);
    private final RedisServerSampler sampler = new RedisServerSampler(figures, new RedisDatabases(Map.of()));
    private final List<Object> sources = new ArrayList<>();
    private int round;

    /** Answers or fails as told, and notes when it was asked. */
    private static final class Source implements RedisServerSource {
        private final RedisServer server;
        private final List<Integer> asked = new ArrayList<>();
        private String answer;
        private boolean sampling;
        private boolean rested;

        Source(RedisServer server, String answer) {
            this.server = server;
            this.answer = answer;
        }

        @Override
        public RedisServer server() {
            return server;
        }

        @Override
        public void rest() {
            rested = true;
        }

        @Override
        public String info() {
            asked.add(0);
            sampling = RedisThread.current().sampling();
            if (answer == null) {
                throw new IllegalStateException("NOAUTH");
            }
            return answer;
        }
    }

    private Source add(RedisServer server, String answer) {
        Source source = new Source(server, answer);
        sources.add(source);
        sampler.add(source);
        return source;
    }

    private static String info(String runId) {
        return "run_id:" + runId + "\r\nused_memory:1\r\nrole:master\r\ndb0:keys=1,expires=0\r\n";
    }

    private List<String> known() {
        return figures.servers().stream()
                .map(server -> server.sample().address())
                .sorted()
                .toList();
    }

    /** The rounds, counted from 1, in which a source was asked. */
    private List<Integer> roundsAsked(Source source, int rounds) {
        List<Integer> result = new ArrayList<>();
        for (int i = 0; i < rounds; i++) {
            round++;
            int before = source.asked.size();
            sampler.sample();
            if (source.asked.size() > before) {
                result.add(round);
            }
        }
        return result;
    }

    @Test
    void whoeverNeedNotAskMayRest() {
        Source one = add(ONE, info("a"));
        Source same = add(ONE, info("a"));
        sampler.sample();
        assertThat(one.rested).isNotEqualTo(same.rested);
        assertThat(one.asked.isEmpty()).isEqualTo(one.rested);
        assertThat(same.asked.isEmpty()).isEqualTo(same.rested);
    }

    @Test
    void eachServerIsAskedOnceHoweverManySourcesLeadThere() {
        Source one = add(ONE, info("1"));
        Source same = add(ONE, info("1"));
        Source two = add(TWO, info("2"));
        sampler.sample();
        assertThat(one.asked.size() + same.asked.size()).isOne();
        assertThat(two.asked).hasSize(1);
        assertThat(known()).containsExactly("one.example:6379", "two.example:6379");
    }

    @Test
    void aSourceThatDoesNotKnowItsServerYetWaits() {
        Source source = add(null, info("1"));
        sampler.sample();
        assertThat(source.asked).isEmpty();
    }

    @Test
    void ourOwnTrafficIsMarkedWhileItLasts() {
        Source source = add(ONE, info("1"));
        sampler.sample();
        assertThat(source.sampling).isTrue();
        assertThat(RedisThread.current().sampling()).isFalse();
        assertThat(RedisThread.current().internal()).isFalse();
    }

    @Test
    void aServerThatDoesNotAnswerIsForgottenAndAskedEverMoreRarely() {
        Source source = add(ONE, info("1"));
        sampler.sample();
        assertThat(known()).hasSize(1);
        source.answer = null;
        assertThat(roundsAsked(source, 70)).containsExactly(1, 3, 6, 11, 20, 37, 54);
        assertThat(known()).isEmpty();
        source.answer = info("1");
        assertThat(roundsAsked(source, 3)).containsExactly(71, 72, 73);
        assertThat(known()).hasSize(1);
    }

    @Test
    void aSourceThatIsRefusedDoesNotStandBeforeOneThatIsNot() {
        List<Source> refused = List.of(add(ONE, null), add(ONE, null));
        Source welcome = add(ONE, info("1"));
        for (int i = 0; i < 4; i++) {
            sampler.sample();
        }
        assertThat(known()).containsExactly("one.example:6379");
        int before = refused.get(0).asked.size() + refused.get(1).asked.size();
        assertThat(roundsAsked(welcome, 10)).hasSize(10);
        assertThat(refused.get(0).asked.size() + refused.get(1).asked.size()).isEqualTo(before);
    }

    @Test
    void aSourceWhosePoolIsGoneGivesWayToAnother() {
        List<Source> gone = List.of(add(ONE, ""), add(ONE, ""));
        Source living = add(ONE, info("1"));
        sampler.sample();
        sampler.sample();
        assertThat(living.asked).hasSize(2);
        assertThat(gone).allSatisfy(source -> assertThat(source.asked).hasSizeLessThanOrEqualTo(1));
        assertThat(known()).containsExactly("one.example:6379");
    }

    @Test
    void theLastSourceOfAServerTakesItsFiguresAlong() {
        Source source = add(ONE, info("1"));
        sampler.sample();
        source.answer = "";
        sampler.sample();
        assertThat(known()).isEmpty();
    }

    @Test
    void keysAreShownForTheIndexesInUseByAlias() {
        Source source = add(ONE, info("1"));
        sampler.uses(ONE, 0);
        sampler.uses(ONE, 3);
        sampler.uses(ONE, RedisServer.UNKNOWN_INDEX);
        sampler.sample();
        assertThat(figures.servers().get(0).aliases()).isEqualTo(Map.of(0, "main", 3, "db3"));
        assertThat(source.asked).hasSize(1);
    }

    @Test
    void aDatabaseUsedSinceTheLastSampleIsShownFromIt() {
        add(ONE, info("1"));
        sampler.uses(ONE, 0);
        sampler.sample();
        sampler.uses(ONE, 3);
        assertThat(figures.servers().get(0).aliases()).isEqualTo(Map.of(0, "main", 3, "db3"));
    }
}
