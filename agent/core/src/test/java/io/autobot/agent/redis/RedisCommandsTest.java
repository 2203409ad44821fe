package io.autobot.agent.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RedisCommandsTest {
    @Test
    void aCommandIsFoundInAnyCase() {
        int get = RedisCommands.id("get");

        assertThat(get).isNotEqualTo(RedisCommands.OTHER);
        assertThat(RedisCommands.id("GET")).isEqualTo(get);
        assertThat(RedisCommands.id(bytes("gEt"))).isEqualTo(get);
        assertThat(RedisCommands.name(get)).isEqualTo("get");
    }

    @Test
    void whatIsNotListedIsOther() {
        for (String unknown :
                List.of("", "nosuch", "get ", "geté", "config|get", "config_get", "_ft.config", "g\u212At", "other")) {
            assertThat(RedisCommands.id(unknown)).as(unknown).isEqualTo(RedisCommands.OTHER);
            assertThat(RedisCommands.id(unknown.getBytes(StandardCharsets.UTF_8)))
                    .as(unknown)
                    .isEqualTo(RedisCommands.OTHER);
        }
        assertThat(RedisCommands.id((String) null)).isEqualTo(RedisCommands.OTHER);
        assertThat(RedisCommands.id((byte[]) null)).isEqualTo(RedisCommands.OTHER);
        assertThat(RedisCommands.name(RedisCommands.OTHER)).isEqualTo("other");
        assertThat(RedisCommands.isContainer(RedisCommands.OTHER)).isFalse();
        assertThat(RedisCommands.isLookup(RedisCommands.OTHER)).isFalse();
    }

    @Test
    void aSubCommandIsPartOfTheName() {
        assertThat(nameOf("config", "GET")).isEqualTo("config_get");
        assertThat(nameOf("CLIENT", "setinfo")).isEqualTo("client_setinfo");
        assertThat(nameOf("client", "No-Evict")).isEqualTo("client_no-evict");
        assertThat(nameOf("object", "encoding")).isEqualTo("object_encoding");
        assertThat(nameOf("FT.CONFIG", "SET")).isEqualTo("ft.config_set");
        assertThat(nameOf("sentinel", "get-master-addr-by-name")).isEqualTo("sentinel_get-master-addr-by-name");
    }

    @Test
    void aContainerKeepsItsNameWhenTheSubCommandIsNotListed() {
        assertThat(nameOf("config", "nosuch")).isEqualTo("config");
        assertThat(nameOf("config", "encoding")).isEqualTo("config");
        assertThat(RedisCommands.idOfSub(RedisCommands.CLIENT, null)).isEqualTo(RedisCommands.CLIENT);
        assertThat(RedisCommands.name(RedisCommands.COMMAND)).isEqualTo("command");
    }

    @Test
    void aCommandThatIsNoContainerKeepsItsNameWhateverFollows() {
        assertThat(nameOf("get", "get")).isEqualTo("get");
        assertThat(nameOf("nosuch", "get")).isEqualTo("other");
        assertThat(RedisCommands.isContainer(RedisCommands.CLIENT)).isTrue();
        assertThat(RedisCommands.isContainer(RedisCommands.CLIENT_REPLY)).isFalse();
        assertThat(RedisCommands.isContainer(RedisCommands.PING)).isFalse();
    }

    @Test
    void modulesAndNewAndRemovedCommandsAreListed() {
        for (String command : List.of(
                "ft.search",
                "json.get",
                "bf.add",
                "cf.add",
                "cms.query",
                "topk.add",
                "tdigest.add",
                "ts.range",
                "vsim",
                "hgetex",
                "hsetex",
                "xdelex",
                "stralgo",
                "graph.query")) {
            assertThat(RedisCommands.name(RedisCommands.id(command))).isEqualTo(command);
        }
    }

    @Test
    void exactlyTheAgreedCommandsAreLookups() {
        Set<String> lookups = new HashSet<>();
        for (int id = 0; id < RedisCommands.count(); id++) {
            if (RedisCommands.isLookup(id)) {
                lookups.add(RedisCommands.name(id));
            }
        }

        assertThat(lookups)
                .containsExactlyInAnyOrder(
                        "get",
                        "getex",
                        "getdel",
                        "hget",
                        "lindex",
                        "lpop",
                        "rpop",
                        "spop",
                        "srandmember",
                        "zscore",
                        "zrank",
                        "zrevrank");
    }

    @Test
    void everyNameIsUniqueAndLowerCase() {
        List<String> names = IntStream.range(0, RedisCommands.count())
                .mapToObj(RedisCommands::name)
                .toList();

        assertThat(names).doesNotHaveDuplicates().allMatch(name -> name.matches("[a-z0-9_.-]+"));
    }

    @Test
    void aConstantIsTheCommandItIsNamedAfter() throws IllegalAccessException {
        List<String> checked = new ArrayList<>();
        for (Field field : RedisCommands.class.getFields()) {
            if (Modifier.isStatic(field.getModifiers())) {
                assertThat(RedisCommands.name(field.getInt(null)))
                        .isEqualTo(field.getName().toLowerCase(Locale.ROOT));
                checked.add(field.getName());
            }
        }
        assertThat(checked).contains("SELECT", "CLIENT_REPLY", "EVAL");
    }

    @Test
    void lookingUpBytesAllocatesNothing() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        byte[] get = bytes("GET");
        byte[] client = bytes("CLIENT");
        byte[] reply = bytes("REPLY");
        byte[] unknown = bytes("NOSUCHCOMMAND");
        int calls = 10_000;
        long found = lookUp(calls, get, client, reply, unknown);
        long self = Thread.currentThread().getId();
        threads.getThreadAllocatedBytes(self);

        long before = threads.getThreadAllocatedBytes(self);
        found += lookUp(calls, get, client, reply, unknown);
        long allocated = threads.getThreadAllocatedBytes(self) - before;

        assertThat(found).isPositive();
        assertThat(allocated).as("bytes in %d calls", calls).isLessThan(calls);
    }

    @Test
    void aListThatIsNotWellFormedIsRefused() {
        assertThatThrownBy(() -> CommandTable.parse("get\nset\nget\n")).hasMessage("get is listed twice");
        assertThatThrownBy(() -> CommandTable.parse("config|get\nconfig\n"))
                .hasMessage("the container of config|get is not listed before it");
        assertThatThrownBy(() -> CommandTable.read("nosuch.txt")).hasMessageContaining("nosuch.txt is missing");
    }

    private static long lookUp(int calls, byte[] command, byte[] container, byte[] subCommand, byte[] unknown) {
        long found = 0;
        for (int i = 0; i < calls; i++) {
            found += RedisCommands.id(command) + RedisCommands.id(unknown);
            found += RedisCommands.idOfSub(RedisCommands.id(container), subCommand);
        }
        return found;
    }

    private static String nameOf(String container, String subCommand) {
        return RedisCommands.name(RedisCommands.idOfSub(RedisCommands.id(container), bytes(subCommand)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
