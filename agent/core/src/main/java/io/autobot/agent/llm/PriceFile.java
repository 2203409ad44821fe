package io.autobot.agent.llm;

import io.autobot.agent.config.Values;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Reads the rows of a price table: values separated by commas, in double quotes where they hold a comma themselves;
 * {@code #} starts a line of comment. What is wrong with a row is one line, and the row is passed over. For one thread.
 */
final class PriceFile {
    private static final String PROVIDER = "provider";
    private static final String MODEL_PATTERN = "model_pattern";
    private static final String INPUT = "input_usd_per_mtok";
    private static final String OUTPUT = "output_usd_per_mtok";
    private static final String CACHED = "cached_input_usd_per_mtok";
    private static final String CACHE_WRITE = "cache_write_usd_per_mtok";
    private static final String SOURCE = "source";
    private static final String AS_OF = "as_of";
    private static final String CANONICAL = "canonical";

    /** The columns in the order they have where no first line says another. */
    private static final List<String> COLUMNS =
            List.of(PROVIDER, MODEL_PATTERN, INPUT, OUTPUT, CACHED, CACHE_WRITE, SOURCE, AS_OF, CANONICAL);

    private static final List<String> REQUIRED = COLUMNS.subList(0, 4);

    private static final String REPLACE = "#replace";

    /** Ten times the built-in table. */
    static final int MAX_ROWS = 2_000;

    private static final int MAX_MESSAGES = 10;

    private static final Pattern PROVIDER_NAME = Pattern.compile("[a-z0-9_.-]{1,40}");

    private static final Pattern AMOUNT = Pattern.compile("\\d{1,6}(\\.\\d{0,12})?|\\.\\d{1,12}");

    private static final Pattern NAME = Pattern.compile("[^\\p{Cntrl}\\uFFFD]{0,100}");

    private final String place;
    private final Consumer<String> warnings;
    private final boolean checking;
    private final List<PriceRow> rows = new ArrayList<>();
    private List<String> columns;
    private boolean replacing;
    private int messages;

    /**
     * @param place what the text comes from, as the start of a message
     * @param checking whether to check the values; not for the built-in rows, which a test checks: it costs more than
     *     reading them
     * @param warnings gets one line for each thing that is wrong; also later, when a match takes too long
     */
    PriceFile(String place, boolean checking, Consumer<String> warnings) {
        this.place = place;
        this.checking = checking;
        this.warnings = warnings;
    }

    /** Reads a whole text; once. */
    PriceFile read(String text) {
        int line = 0;
        int start = text.startsWith("\uFEFF") ? 1 : 0;
        while (start < text.length()) {
            int end = text.indexOf('\n', start);
            if (end < 0) {
                end = text.length();
            }
            if (!take(text.substring(start, end).strip(), ++line)) {
                break;
            }
            start = end + 1;
        }
        if (messages > MAX_MESSAGES) {
            warnings.accept(place + ": " + (messages - MAX_MESSAGES) + " further rows are wrong and skipped");
        }
        return this;
    }

    /** The rows that could be read, in order. */
    List<PriceRow> rows() {
        return rows;
    }

    /** Whether the first line says that the built-in rows are not wanted. */
    boolean isReplacing() {
        return replacing;
    }

    /** Takes one line; false to read no further. */
    private boolean take(String text, int line) {
        if (text.isEmpty() || text.charAt(0) == '#') {
            replacing |= line == 1 && text.equalsIgnoreCase(REPLACE);
            return true;
        }
        if (rows.size() == MAX_ROWS) {
            warnings.accept(at(line) + "more than " + MAX_ROWS + " rows; this one and what follows is not read");
            return false;
        }
        try {
            List<String> cells = cells(text);
            if (columns == null) {
                columns = COLUMNS;
                if (isHeader(cells)) {
                    return header(cells, line);
                }
            }
            rows.add(row(cells, line));
        } catch (IllegalArgumentException wrong) {
            if (++messages <= MAX_MESSAGES) {
                warnings.accept(at(line) + wrong.getMessage() + "; the row is skipped");
            }
        }
        return true;
    }

    private static boolean isHeader(List<String> cells) {
        return cells.stream().anyMatch(cell -> cell.equalsIgnoreCase(PROVIDER) || cell.equalsIgnoreCase(MODEL_PATTERN));
    }

    private boolean header(List<String> cells, int line) {
        columns = cells.stream().map(cell -> cell.toLowerCase(Locale.ROOT)).toList();
        Set<String> seen = new HashSet<>();
        for (String column : columns) {
            if (!COLUMNS.contains(column)) {
                warnings.accept(at(line) + "there is no column '" + Values.shown(column)
                        + "', it is not read; columns are " + String.join(", ", COLUMNS));
            } else if (!seen.add(column)) {
                warnings.accept(at(line) + "column '" + column + "' stands twice, the first one holds");
            }
        }
        if (!seen.containsAll(REQUIRED)) {
            List<String> missing = new ArrayList<>(REQUIRED);
            missing.removeAll(seen);
            warnings.accept(at(line) + "column " + String.join(", ", missing)
                    + " is missing in this first line; nothing is taken from the file");
            return false;
        }
        return true;
    }

    private PriceRow row(List<String> cells, int line) {
        if (cells.size() > columns.size()) {
            throw new IllegalArgumentException("has " + cells.size() + " values for " + columns.size()
                    + " columns; a value that holds a comma stands in double quotes");
        }
        String provider = cell(cells, PROVIDER).toLowerCase(Locale.ROOT);
        String pattern = cell(cells, MODEL_PATTERN);
        String canonical = cell(cells, CANONICAL);
        if (checking) {
            check(provider, pattern, canonical);
        }
        double input = amount(cells, INPUT, -1);
        double output = amount(cells, OUTPUT, -1);
        Price price = new Price(input, output, amount(cells, CACHED, input), amount(cells, CACHE_WRITE, input));
        Runnable givenUp = () -> warnings.accept(at(line) + "model_pattern '" + Values.shown(pattern)
                + "' takes too long to match; the row is used no more");
        return new PriceRow(provider, new ModelPattern(pattern, canonical, givenUp), price, cell(cells, AS_OF));
    }

    private static void check(String provider, String pattern, String canonical) {
        if (!PROVIDER_NAME.matcher(provider).matches()) {
            throw new IllegalArgumentException("provider '" + Values.shown(provider)
                    + "' is not a name of a to z, 0 to 9, _ . - and at most 40 characters");
        }
        if (pattern.isEmpty()) {
            throw new IllegalArgumentException("model_pattern is empty");
        }
        if (!NAME.matcher(canonical).matches()) {
            throw new IllegalArgumentException("canonical is not a name of at most 100 characters");
        }
        PatternCheck.check(pattern, canonical);
    }

    private String cell(List<String> cells, String column) {
        int index = columns.indexOf(column);
        return index < 0 || index >= cells.size() ? "" : cells.get(index);
    }

    /** @param ifEmpty what an empty cell stands for; negative if it may not be empty */
    private double amount(List<String> cells, String column, double ifEmpty) {
        String cell = cell(cells, column);
        if (cell.isEmpty() && ifEmpty >= 0) {
            return ifEmpty;
        }
        if (checking && !AMOUNT.matcher(cell).matches()) {
            throw new IllegalArgumentException(
                    column + " '" + Values.shown(cell) + "' is not an amount of US dollars, such as 2.5");
        }
        return Double.parseDouble(cell);
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"' && quoted && line.startsWith("\"", i + 1)) {
                cell.append(c);
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString().strip());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        if (quoted) {
            throw new IllegalArgumentException("a double quote is not closed");
        }
        cells.add(cell.toString().strip());
        return cells;
    }

    private String at(int line) {
        return place + " line " + line + ": ";
    }
}
