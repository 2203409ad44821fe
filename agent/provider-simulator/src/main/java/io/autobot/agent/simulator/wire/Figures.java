package io.autobot.agent.simulator.wire;

import io.autobot.agent.simulator.Behaviour;
import io.autobot.agent.simulator.Usage;
import java.util.zip.CRC32;

/**
 * Token figures that follow from the request alone. The parts lie in ranges of their own, so that one taken for
 * another is seen in a sum.
 */
public final class Figures {
    private Figures() {}

    /** The figures for a request, or those that the behaviour names. */
    public static Usage of(Call call, Behaviour behaviour) {
        CRC32 crc = new CRC32();
        crc.update(Framing.Bytes.of(call.path()));
        crc.update(call.body());
        long hash = crc.getValue();
        boolean audio = behaviour.has("audio");
        return new Usage(
                behaviour.number("fresh", 1000 + hash % 900),
                behaviour.number("cached", 300 + hash / 7 % 90),
                behaviour.number("write", 60 + hash / 11 % 30),
                behaviour.number("visible", 120 + hash / 13 % 70),
                behaviour.number("reasoning", 20 + hash / 17 % 30),
                audio ? 8 + hash % 3 : 0,
                audio ? 3 + hash % 3 : 0);
    }
}
