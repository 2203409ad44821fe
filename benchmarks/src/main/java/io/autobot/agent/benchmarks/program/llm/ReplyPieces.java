package io.autobot.agent.benchmarks.program.llm;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;

/** Takes the body of a reply as it reaches the application. One thread at a time. */
interface ReplyPieces {
    /** The next bytes, good during the call alone. */
    void piece(ByteBuffer bytes);

    /** Hands on what a stream has, as soon as it has it. */
    default void readAll(InputStream in) throws IOException {
        byte[] buffer = new byte[8_192];
        for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
            piece(ByteBuffer.wrap(buffer, 0, count));
        }
    }
}
