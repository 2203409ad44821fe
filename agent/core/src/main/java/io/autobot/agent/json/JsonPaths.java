package io.autobot.agent.json;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The places in a document that somebody wants to know, as a tree: {@code usage.prompt_tokens},
 * {@code choices[].delta.content}. A path begins at the root; {@code []} steps into any element of an array. Immutable;
 * any thread.
 */
public final class JsonPaths {
    /** No node, no leaf. */
    static final int NONE = -1;

    private static final int ROOT = 0;
    private static final String ELEMENT = "[]";

    /** By node, then by slot: a table with open addressing, at least half of it empty. */
    private final byte[][][] keys;

    private final int[][] children;
    private final int[] elements;
    private final int[] leaves;
    private final boolean[] streamed;

    private JsonPaths(List<Node> nodes) {
        int size = nodes.size();
        keys = new byte[size][][];
        children = new int[size][];
        elements = new int[size];
        leaves = new int[size];
        streamed = new boolean[size];
        for (int i = 0; i < size; i++) {
            Node node = nodes.get(i);
            int slots = node.keys.isEmpty() ? 0 : Integer.highestOneBit(node.keys.size()) * 4;
            keys[i] = new byte[slots][];
            children[i] = new int[slots];
            for (int k = 0; k < node.keys.size(); k++) {
                put(i, node.keys.get(k).getBytes(StandardCharsets.UTF_8), node.children.get(k));
            }
            elements[i] = node.element;
            leaves[i] = node.leaf;
            streamed[i] = node.streamed;
        }
    }

    /** The node of the whole document. */
    static int root() {
        return ROOT;
    }

    private void put(int node, byte[] key, int child) {
        byte[][] known = keys[node];
        int slot = slot(key, key.length, known.length);
        while (known[slot] != null) {
            slot = slot + 1 & known.length - 1;
        }
        known[slot] = key;
        children[node][slot] = child;
    }

    private static int slot(byte[] key, int length, int slots) {
        int hash = length == 0 ? 0 : length * 7 + key[0] * 31 + key[length - 1] * 17 + key[length / 2];
        return hash & slots - 1;
    }

    /** The node of a member of an object, {@link #NONE} if nothing below it is wanted. */
    int member(int node, byte[] key, int length) {
        byte[][] known = keys[node];
        if (known.length == 0) {
            return NONE;
        }
        int slot = slot(key, length, known.length);
        while (known[slot] != null) {
            if (known[slot].length == length && same(known[slot], key, length)) {
                return children[node][slot];
            }
            slot = slot + 1 & known.length - 1;
        }
        return NONE;
    }

    private static boolean same(byte[] one, byte[] other, int length) {
        for (int i = 0; i < length; i++) {
            if (one[i] != other[i]) {
                return false;
            }
        }
        return true;
    }

    /** The node of an array's elements, {@link #NONE} if nothing of them is wanted. */
    int element(int node) {
        return elements[node];
    }

    /** What the value at this node is wanted as, {@link #NONE} if only something below it is. */
    int leaf(int node) {
        return leaves[node];
    }

    /** Whether a string at this node is wanted whole, in parts. */
    boolean streamed(int node) {
        return streamed[node];
    }

    private static final class Node {
        private final List<String> keys = new ArrayList<>();
        private final List<Integer> children = new ArrayList<>();
        private int element = NONE;
        private int leaf = NONE;
        private boolean streamed;
    }

    /** Collects paths. For one thread. */
    public static final class Builder {
        private final List<Node> nodes = new ArrayList<>(List.of(new Node()));

        /**
         * Wants the value at some paths.
         *
         * @param leaf the number, 0 or more, by which {@link JsonListener} names it; several paths may share one
         */
        public Builder want(int leaf, String... paths) {
            for (String path : paths) {
                nodes.get(node(path)).leaf = leaf;
            }
            return this;
        }

        /** Wants a string of any length, handed over in parts. */
        public Builder stream(int leaf, String path) {
            Node node = nodes.get(node(path));
            node.leaf = leaf;
            node.streamed = true;
            return this;
        }

        /** The tree of all paths so far. */
        public JsonPaths build() {
            return new JsonPaths(nodes);
        }

        private int node(String path) {
            int at = ROOT;
            for (String step : path.replace(ELEMENT, "." + ELEMENT).split("\\.")) {
                if (!step.isEmpty()) {
                    at = step.equals(ELEMENT) ? element(at) : member(at, step);
                }
            }
            return at;
        }

        private int element(int at) {
            Node node = nodes.get(at);
            if (node.element == NONE) {
                node.element = add();
            }
            return node.element;
        }

        private int member(int at, String key) {
            Node node = nodes.get(at);
            int known = node.keys.indexOf(key);
            if (known >= 0) {
                return node.children.get(known);
            }
            int added = add();
            node.keys.add(key);
            node.children.add(added);
            return added;
        }

        private int add() {
            nodes.add(new Node());
            return nodes.size() - 1;
        }
    }
}
