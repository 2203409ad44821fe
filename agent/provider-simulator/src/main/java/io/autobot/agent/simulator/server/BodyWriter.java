package io.autobot.agent.simulator.server;

import io.autobot.agent.simulator.Behaviour;
import io.autobot.agent.simulator.Exchange;
import io.autobot.agent.simulator.Gates;
import io.autobot.agent.simulator.Usage;
import io.autobot.agent.simulator.wire.Documents;
import io.autobot.agent.simulator.wire.Framing;
import io.autobot.agent.simulator.wire.Part;
import io.autobot.agent.simulator.wire.Reply;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Writes a reply's parts as the behaviour says: waiting, repeating, cutting, compressing, splitting. */
final class BodyWriter {
    private static final byte[] FILLING =
            "all work and no play makes jack ".repeat(2048).getBytes(StandardCharsets.UTF_8);
    private static final long MEBIBYTE = 1 << 20;

    private final Connection connection;
    private final Gates gates;
    private final Behaviour behaviour;
    private final Encoder encoder;
    private final Slices slices;

    private Exchange exchange;
    private Framing framing;
    private long produced;
    private int index;

    BodyWriter(Connection connection, Gates gates, Behaviour behaviour) {
        this.connection = connection;
        this.gates = gates;
        this.behaviour = behaviour;
        this.encoder = Encoder.of(behaviour);
        this.slices = new Slices(behaviour);
    }

    /** Writes all of it; the state says whether it was broken off on purpose. */
    Exchange.State write(Reply reply, Part midStream, Exchange ledgerLine) throws IOException {
        exchange = ledgerLine;
        framing = reply.framing();
        connection.head(
                reply.status(), reply.contentType(), reply.parts().isEmpty() ? null : encoder.name(), reply.headers());
        List<Part> parts = reply.parts();
        if (framing == Framing.PLAIN) {
            return plain(parts);
        }
        connection.flushHead();
        int cut = (int) Math.max(behaviour.number("reset", -1), behaviour.number("truncate", -1));
        int errorAt = behaviour.has("midstream") ? (int) behaviour.number("midstream", 0) : -1;
        for (int i = 0; i < parts.size(); i++) {
            if (i == cut) {
                return breakOff();
            }
            if (i == errorAt) {
                return inError(midStream);
            }
            boolean last = i == parts.size() - 1;
            waitAt(i);
            produce(parts.get(i), last);
            while (parts.get(i).content() && !parts.get(i + 1).content() && wantsMore()) {
                produce(parts.get(i), false);
            }
        }
        if (cut >= parts.size()) {
            return breakOff();
        }
        return end();
    }

    private boolean wantsMore() {
        return behaviour.has("endless") || produced < behaviour.number("huge", 0) * MEBIBYTE;
    }

    private Exchange.State plain(List<Part> parts) throws IOException {
        if (parts.isEmpty()) {
            return end();
        }
        Part part = parts.get(0);
        if (waits()) {
            connection.flushHead();
            waitAt(0);
        }
        byte[] document = Documents.render(part, behaviour);
        if (behaviour.has("reset") || behaviour.has("truncate")) {
            emit(Arrays.copyOf(document, document.length / 2), null, false);
            return breakOff();
        }
        boolean simple = !waits() && slices.whole() && fillings() == 0;
        if (simple) {
            connection.writeWhole(encoder.encode(document, true));
            carried(part.usage());
            return Exchange.State.COMPLETED;
        }
        fill(document, part.usage());
        return end();
    }

    private void produce(Part part, boolean last) throws IOException {
        byte[] framed = framing.frame(part, Documents.render(part, behaviour), index++, last, behaviour);
        if (behaviour.has("longline") && framing != Framing.AMAZON) {
            fill(framed, part.usage());
        } else {
            emit(framed, part.usage(), false);
        }
    }

    /** How many bytes stand for the filler. */
    private long fillings() {
        return behaviour.has("endless")
                ? Long.MAX_VALUE
                : Math.max(behaviour.number("huge", 0), behaviour.number("longline", 0)) * MEBIBYTE;
    }

    /** Writes bytes with the filler in them made long. */
    private void fill(byte[] bytes, Usage usage) throws IOException {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        int at = text.indexOf(Documents.FILLER);
        if (at < 0) {
            emit(bytes, usage, false);
            return;
        }
        emit(Arrays.copyOf(bytes, at), null, false);
        for (long left = fillings(); left > 0; left -= FILLING.length) {
            emit(FILLING, null, false);
        }
        emit(Arrays.copyOfRange(bytes, at + Documents.FILLER.length(), bytes.length), usage, false);
    }

    private void emit(byte[] bytes, Usage usage, boolean last) throws IOException {
        produced += bytes.length;
        byte[] encoded = encoder.encode(bytes, last);
        for (int from = 0; from < encoded.length; ) {
            int length = Math.min(slices.next(), encoded.length - from);
            connection.write(encoded, from, length);
            from += length;
        }
        carried(usage);
    }

    /** Figures behind an encoding that nobody can undo were not carried. */
    private void carried(Usage usage) {
        if (usage != null && encoder.readable()) {
            exchange.carried(usage);
        }
    }

    private boolean waits() {
        return behaviour.has("gate") || behaviour.has("gateat");
    }

    private void waitAt(int part) {
        if (behaviour.has("gate")) {
            gates.gate(behaviour.text("gate")).enter();
        }
        String at = behaviour.text("gateat");
        if (at != null && at.startsWith(part + ".")) {
            gates.gate(at.substring(at.indexOf('.') + 1)).enter();
        }
    }

    private Exchange.State inError(Part midStream) throws IOException {
        if (midStream == null) {
            return breakOff();
        }
        byte[] framed = framing.frame(midStream, Documents.render(midStream, Behaviour.OK), index, true, behaviour);
        emit(framed, null, false);
        exchange.note("errorType", behaviour.midStreamError().errorType());
        return end();
    }

    private Exchange.State breakOff() throws IOException {
        exchange.note("errorType", "connection");
        connection.breakOff(behaviour.has("reset"));
        return Exchange.State.BROKEN;
    }

    private Exchange.State end() throws IOException {
        byte[] rest = encoder.encode(new byte[0], true);
        if (rest.length > 0) {
            connection.write(rest, 0, rest.length);
        }
        connection.end();
        return Exchange.State.COMPLETED;
    }
}
