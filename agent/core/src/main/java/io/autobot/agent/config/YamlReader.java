package io.autobot.agent.config;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/**
 * Flattens a YAML text into dotted keys. Works on the parser's events with a stack of its own: no object is ever
 * constructed from the text, aliases are not followed and no nesting can overflow the stack. What stands before a
 * mistake in the syntax holds.
 */
final class YamlReader {
    /** Our keys need four levels. */
    private static final int MAX_DEPTH = 16;

    /** Stands for a key that cannot be one, so that its value is passed over. */
    private static final String NO_KEY = "\uFFFD";

    private static final String TAG_HANDLE = "found undefined tag handle";

    private final String text;
    private final ConfigLoader loader;
    private final Deque<Level> levels = new ArrayDeque<>();
    /** Levels open within something that is passed over. */
    private int passing;

    private int documents;

    /** One open map or list. */
    private static final class Level {
        final String prefix;
        final List<String> items;
        final int line;
        String key;
        boolean broken;

        Level(String prefix, List<String> items, int line) {
            this.prefix = prefix;
            this.items = items;
            this.line = line;
        }
    }

    YamlReader(String text, ConfigLoader loader) {
        this.text = text;
        this.loader = loader;
    }

    void read() {
        try {
            LoadSettings settings = LoadSettings.builder().setUseMarks(true).build();
            for (Event event : new Parse(settings).parseString(text)) {
                if (!accept(event)) {
                    return;
                }
            }
        } catch (MarkedYamlEngineException syntax) {
            String problem = String.valueOf(syntax.getProblem());
            // The handle may be the start of a password that was not quoted.
            stop(line(syntax.getProblemMark()), problem.startsWith(TAG_HANDLE) ? TAG_HANDLE : Values.shown(problem));
        } catch (RuntimeException other) {
            stop(0, "this is no YAML (" + other.getClass().getSimpleName() + ")");
        }
    }

    private void stop(int line, String what) {
        loader.fileProblem(line, null, what + "; what stands before it holds, nothing after it");
    }

    /** Takes one event; false to read no further. */
    private boolean accept(Event event) {
        if (event instanceof DocumentStartEvent && ++documents > 1) {
            stop(line(event.getStartMark()), "a second document starts here");
            return false;
        }
        if (event instanceof CollectionStartEvent start) {
            if (levels.size() + passing >= MAX_DEPTH) {
                stop(line(event.getStartMark()), "nested deeper than " + MAX_DEPTH + " levels");
                return false;
            }
            open(start);
        } else if (event instanceof CollectionEndEvent) {
            close();
        } else if (passing == 0 && event instanceof AliasEvent) {
            odd(event, "an alias is not followed; write the value itself");
        } else if (passing == 0 && event instanceof ScalarEvent scalar) {
            scalar(scalar);
        }
        return true;
    }

    private void open(CollectionStartEvent start) {
        Level level = levels.peek();
        if (passing > 0) {
            passing++;
        } else if (start.getTag().isPresent()) {
            odd(start, "a tag is not allowed; write the plain value");
            passing++;
        } else if (level == null) {
            if (start instanceof MappingStartEvent) {
                levels.push(new Level("", null, 1));
            } else {
                odd(start, "a list stands where keys belong");
                passing++;
            }
        } else if (level.items != null) {
            odd(start, "a list holds another list or map");
            passing++;
        } else if (level.key == null) {
            odd(start, "a list or map stands where a key belongs");
            passing++;
        } else if (isUseless(level.key)) {
            level.key = null;
            passing++;
        } else {
            String path = level.prefix.concat(level.key);
            int line = line(start.getStartMark());
            boolean map = start instanceof MappingStartEvent;
            levels.push(map ? new Level(path.concat("."), null, line) : new Level(path, new ArrayList<>(), line));
        }
    }

    private void close() {
        if (passing > 0) {
            passing--;
            return;
        }
        Level closed = levels.pop();
        Level parent = levels.peek();
        if (closed.items != null && !closed.broken) {
            loader.take(Source.FILE, closed.prefix, closed.items, closed.line);
        }
        if (parent != null) {
            parent.key = null;
        }
    }

    private void scalar(ScalarEvent scalar) {
        Level level = levels.peek();
        String value = isNull(scalar) ? null : scalar.getValue();
        if (level == null) {
            if (value != null) {
                odd(scalar, "a single value stands where keys belong");
            }
        } else if (scalar.getTag().isPresent()) {
            odd(scalar, "a tag is not allowed; write the plain value");
        } else if (level.items != null) {
            level.broken |= value != null && isUseless(value);
            level.items.add(value == null ? "" : value);
        } else if (level.key == null) {
            level.key = scalar.getValue();
        } else {
            if (!isUseless(level.key) && (value == null || !isUseless(value))) {
                loader.take(Source.FILE, level.prefix.concat(level.key), value, line(scalar.getStartMark()));
            }
            level.key = null;
        }
    }

    /** Reports something that has no business where it stands, and goes past it. */
    private void odd(Event event, String what) {
        Level level = levels.peek();
        int line = line(event.getStartMark());
        if (level == null) {
            loader.fileProblem(line, null, what + "; nothing is taken from it");
            return;
        }
        if (level.items != null) {
            // One line for the list, which is not taken whatever else it holds.
            if (!level.broken) {
                loader.fileProblem(line, level.prefix, what + "; the list is ignored");
            }
            level.broken = true;
        } else if (level.key == null) {
            loader.fileProblem(line, null, what + "; ignored");
            level.key = NO_KEY;
        } else {
            if (!isUseless(level.key)) {
                loader.fileProblem(line, level.prefix.concat(level.key), what + "; ignored");
            }
            level.key = null;
        }
    }

    /** Whether a text cannot be used: it is no key at all, or holds what was not UTF-8 (said already). */
    private static boolean isUseless(String text) {
        return text.indexOf('\uFFFD') >= 0;
    }

    private static boolean isNull(ScalarEvent scalar) {
        String value = scalar.getValue();
        return scalar.isPlain() && (value.isEmpty() || value.equals("~") || value.equalsIgnoreCase("null"));
    }

    private static int line(Optional<Mark> mark) {
        return mark.isPresent() ? mark.get().getLine() + 1 : 0;
    }
}
