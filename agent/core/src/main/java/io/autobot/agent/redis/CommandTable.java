package io.autobot.agent.redis;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The list in {@code commands.txt} as an open-addressing hash table. A sub-command is found under its container's
 * id, so that {@code CONFIG_GET} sent as a command of its own is not taken for {@code CONFIG GET}.
 *
 * <p>Immutable once built; any thread may read it.
 */
final class CommandTable {
    /** The id of what the list does not hold, and the parent of a command that is not a sub-command. */
    static final int NONE = 0;

    private static final String NAME_OF_NONE = "other";
    private static final char SEPARATOR = '|';

    /** By id: the name as a label. */
    private final String[] labels;

    /** By id: what the client sends, in lower case, without the container. */
    private final byte[][] words;

    /** By id: the container's id, {@link #NONE} for a command. */
    private final int[] parents;

    private final boolean[] containers;

    /** Ids at the place of their hash or behind it, {@link #NONE} where free; at most half are used; their number is a power of two. */
    private final short[] slots;

    private CommandTable(List<String> commands) {
        int size = commands.size() + 1;
        labels = new String[size];
        words = new byte[size][];
        parents = new int[size];
        containers = new boolean[size];
        slots = new short[Integer.highestOneBit(size) << 2];
        labels[NONE] = NAME_OF_NONE;
        for (int id = 1; id < size; id++) {
            put(id, commands.get(id - 1));
        }
    }

    /**
     * Reads a list: one command a line, {@code #} for comments, containers before their sub-commands.
     *
     * @throws IllegalStateException if the list cannot be read or is not well formed: a defect of the build, which no
     *     user can mend
     */
    static CommandTable read(String resource) {
        try (InputStream in = CommandTable.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is missing beside " + CommandTable.class.getName());
            }
            return parse(new String(in.readAllBytes(), StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new IllegalStateException(resource + " cannot be read", e);
        }
    }

    static CommandTable parse(String text) {
        List<String> commands = new ArrayList<>(1_024);
        int start = 0;
        while (start < text.length()) {
            int end = text.indexOf('\n', start);
            if (end < 0) {
                end = text.length();
            }
            // Stripped for the carriage return that a checkout may have put there.
            String line = text.substring(start, end).strip();
            if (!line.isEmpty() && line.charAt(0) != '#') {
                commands.add(line);
            }
            start = end + 1;
        }
        return new CommandTable(commands);
    }

    private void put(int id, String line) {
        int bar = line.indexOf(SEPARATOR);
        int parent = NONE;
        if (bar >= 0) {
            parent = find(NONE, line.substring(0, bar).getBytes(StandardCharsets.US_ASCII));
            if (parent == NONE) {
                throw new IllegalStateException("the container of " + line + " is not listed before it");
            }
            containers[parent] = true;
        }
        byte[] word = (bar < 0 ? line : line.substring(bar + 1)).getBytes(StandardCharsets.US_ASCII);
        int slot = slotOf(parent, word);
        if (slots[slot] != NONE) {
            throw new IllegalStateException(line + " is listed twice");
        }
        slots[slot] = (short) id;
        words[id] = word;
        parents[id] = parent;
        labels[id] = bar < 0 ? line : line.replace(SEPARATOR, '_');
    }

    int count() {
        return labels.length;
    }

    String label(int id) {
        return labels[id];
    }

    boolean isContainer(int id) {
        return containers[id];
    }

    /** Returns the id of a command ({@code parent} is {@link #NONE}) or sub-command, in any case, else NONE. */
    int find(int parent, byte[] word) {
        return slots[slotOf(parent, word)];
    }

    /** The slot that holds the word, or the free one where it would go. */
    private int slotOf(int parent, byte[] word) {
        int last = word.length - 1;
        int hash = 31 * parent + word.length;
        if (last >= 0) {
            // Five bytes tell the list apart almost as well as all of them, and this runs on every command. Setting the
            // bit makes the cases alike; what else it makes alike, matches() tells apart.
            hash = 31 * hash + (word[0] | 0x20);
            hash = 31 * hash + (word[last >> 2] | 0x20);
            hash = 31 * hash + (word[last >> 1] | 0x20);
            hash = 31 * hash + (word[last - (last >> 2)] | 0x20);
            hash = 31 * hash + (word[last] | 0x20);
        }
        int slot = hash * 0x9E3779B9 >>> 16 & slots.length - 1;
        while (slots[slot] != NONE && !matches(slots[slot], parent, word)) {
            slot = slot + 1 & slots.length - 1;
        }
        return slot;
    }

    private boolean matches(int id, int parent, byte[] word) {
        byte[] listed = words[id];
        if (parents[id] != parent || listed.length != word.length) {
            return false;
        }
        for (int i = 0; i < listed.length; i++) {
            if (listed[i] != lower(word[i])) {
                return false;
            }
        }
        return true;
    }

    /** ASCII only, as the server compares. */
    private static int lower(byte b) {
        return b >= 'A' && b <= 'Z' ? b + ('a' - 'A') : b;
    }
}
