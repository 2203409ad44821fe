package program;

import io.lettuce.core.api.sync.RedisCommands;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.output.CommandOutput;
import io.lettuce.core.output.IntegerOutput;
import io.lettuce.core.output.StatusOutput;
import io.lettuce.core.output.ValueOutput;
import io.lettuce.core.protocol.CommandArgs;
import io.lettuce.core.protocol.ProtocolKeyword;
import java.nio.charset.StandardCharsets;

/** Any command by name, through a keyword of the application's own. */
final class Any {
    private Any() {}

    static Long number(RedisCommands<String, String> redis, String name, String... arguments) {
        return dispatch(redis, new IntegerOutput<>(StringCodec.UTF8), name, arguments);
    }

    static String status(RedisCommands<String, String> redis, String name, String... arguments) {
        return dispatch(redis, new StatusOutput<>(StringCodec.UTF8), name, arguments);
    }

    static String value(RedisCommands<String, String> redis, String name, String... arguments) {
        return dispatch(redis, new ValueOutput<>(StringCodec.UTF8), name, arguments);
    }

    private static <T> T dispatch(
            RedisCommands<String, String> redis, CommandOutput<String, String, T> output, String name, String... words) {
        CommandArgs<String, String> arguments = new CommandArgs<>(StringCodec.UTF8);
        for (String word : words) {
            arguments.add(word);
        }
        return redis.dispatch(new Keyword(name), output, arguments);
    }

    private static final class Keyword implements ProtocolKeyword {
        private final String name;

        Keyword(String name) {
            this.name = name;
        }

        @Override
        public byte[] getBytes() {
            return name.getBytes(StandardCharsets.US_ASCII);
        }

        /** Lettuce 5 and 6 ask for this, 7 for the text. */
        public String name() {
            return name;
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
