package io.autobot.agent.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonScannerTest {
    private static final JsonPaths PATHS = new JsonPaths.Builder()
                    .want(1, "usage.total")
                    .want(2, "model")
                    .want(3, "choices[].delta.content")
                    .want(4, "error")
                    .want(5, "[].n")
                    .want(6, "flag")
                    .stream(7, "bytes")
                    .want(8, "tree[][].leaf")
                    .build();

    /** Writes down what it hears. */
    private static final class Heard implements JsonListener {
        private final List<String> events = new ArrayList<>();
        private final StringBuilder parts = new StringBuilder();

        @Override
        public void number(int leaf, byte[] ascii, int length) {
            events.add(leaf + "=" + new String(ascii, 0, length, UTF_8));
        }

        @Override
        public void text(int leaf, byte[] utf8, int length) {
            events.add(leaf + "='" + parts + new String(utf8, 0, length, UTF_8) + "'");
            parts.setLength(0);
        }

        @Override
        public void part(int leaf, byte[] utf8, int length) {
            parts.append(new String(utf8, 0, length, UTF_8));
        }

        @Override
        public void truth(int leaf, boolean value) {
            events.add(leaf + "=" + value);
        }

        @Override
        public void nothing(int leaf) {
            events.add(leaf + "=null");
        }

        @Override
        public void container(int leaf) {
            events.add(leaf + "{");
        }

        @Override
        public void documentEnd() {
            events.add("end");
        }
    }

    /** Read whole, byte by byte, and cut in two at every place: always the same. */
    private static List<String> read(String json) {
        byte[] bytes = json.getBytes(UTF_8);
        List<String> whole = read(bytes, bytes.length);
        assertThat(read(bytes, 1)).isEqualTo(whole);
        for (int cut = 1; cut < Math.min(bytes.length, 300); cut++) {
            Heard heard = new Heard();
            JsonScanner scanner = new JsonScanner(PATHS, heard);
            scanner.accept(bytes, 0, cut);
            scanner.accept(bytes, cut, bytes.length);
            scanner.finish();
            assertThat(heard.events).as("cut at " + cut).isEqualTo(whole);
        }
        return whole;
    }

    private static List<String> read(byte[] bytes, int step) {
        Heard heard = new Heard();
        JsonScanner scanner = new JsonScanner(PATHS, heard);
        for (int at = 0; at < bytes.length; at += step) {
            scanner.accept(bytes, at, Math.min(bytes.length, at + step));
        }
        scanner.finish();
        return heard.events;
    }

    @Test
    void findsWhatIsWantedAmongTheRest() {
        assertThat(
                        read(
                                "{\"id\":\"x\",\"usage\":{\"a\":[1,2,{}],\"total\":42,\"b\":-1.5e3},\"n\":null,\"model\":\"m-1\",\"flag\":true}"))
                .containsExactly("1=42", "2='m-1'", "6=true", "end");
    }

    @Test
    void sameKeysElsewhereAreNotTaken() {
        assertThat(read(
                        "{\"x\":{\"usage\":{\"total\":1}},\"s\":\"{\\\"usage\\\":{\\\"total\\\":2}}\",\"usage\":[{\"total\":3}],"
                                + "\"usage.total\":4,\"model\":{\"model\":\"no\"}}"))
                .containsExactly("2{", "end");
    }

    @Test
    void elementsOfArrays() {
        assertThat(
                        read(
                                "{\"choices\":[{\"delta\":{\"content\":\"a\"}},{\"delta\":{}},{\"delta\":{\"content\":\"\"}}]}"))
                .containsExactly("3='a'", "3=''", "end");
        assertThat(read("[{\"n\":1},{\"n\":2},[],\"n\",3]")).containsExactly("5=1", "5=2", "end");
        assertThat(read("{\"tree\":[[{\"leaf\":1}],[],[{\"leaf\":2},{\"leaf\":3}]]}"))
                .containsExactly("8=1", "8=2", "8=3", "end");
    }

    @Test
    void duplicateKeysAreHeardInOrderSoThatTheLastCanWin() {
        assertThat(read("{\"model\":\"a\",\"model\":\"b\"}")).containsExactly("2='a'", "2='b'", "end");
    }

    @Test
    void escapesAndUnicodeInValuesAndKeys() {
        assertThat(read("{\"m\\u006fdel\":\"a\\\"\\\\\\n\\u00e9\\ud83d\\ude00é😀\\/\"}"))
                .containsExactly("2='a\"\\\né😀é😀/'", "end");
    }

    @Test
    void nothingContainersAndEmptyOnes() {
        assertThat(read("{\"error\":null}")).containsExactly("4=null", "end");
        assertThat(read("{\"error\":{}}")).containsExactly("4{", "end");
        assertThat(read("{\"error\":[]}")).containsExactly("4{", "end");
        assertThat(read("{}")).containsExactly("end");
        assertThat(read("[]")).containsExactly("end");
        assertThat(read(" \r\n\t{ \"flag\" : false , \"usage\" : { } } ")).containsExactly("6=false", "end");
    }

    @Test
    void documentsOneAfterAnother() {
        assertThat(read("{\"model\":\"a\"}\n{\"model\":\"b\"}{\"model\":\"c\"} 12 "))
                .containsExactly("2='a'", "end", "2='b'", "end", "2='c'", "end", "end");
    }

    @Test
    void byteOrderMark() {
        assertThat(read("\ufeff{\"model\":\"a\"}")).containsExactly("2='a'", "end");
    }

    @Test
    void longStringsAreCutOrHandedOverInParts() {
        String value = "0123456789".repeat(200);
        assertThat(read(("{\"model\":\"" + value + "\"}").getBytes(UTF_8), 7))
                .containsExactly("2='" + value.substring(0, JsonScanner.KEPT) + "'", "end");
        assertThat(read(("{\"bytes\":\"" + value + "\"}").getBytes(UTF_8), 7))
                .containsExactly("7='" + value + "'", "end");
    }

    @Test
    void keysLongerThanAnyWantedAreNoneOfThem() {
        assertThat(read("{\"model" + "x".repeat(200) + "\":\"no\",\"" + "k".repeat(64) + "\":1,\"model\":\"yes\"}"))
                .containsExactly("2='yes'", "end");
    }

    @Test
    void tenThousandLevelsAndWhatFollows() {
        String deep = "[".repeat(10_000) + "{\"model\":1}" + "]".repeat(10_000);
        assertThat(read(("{\"x\":" + deep + ",\"model\":\"after\"}").getBytes(UTF_8), 999))
                .containsExactly("2='after'", "end");
        String objects = "{\"usage\":".repeat(10_000) + "1" + "}".repeat(10_000);
        assertThat(read(("{\"usage\":" + objects + ",\"model\":\"after\"}").getBytes(UTF_8), 999))
                .containsExactly("2='after'", "end");
        assertThat(read("[".repeat(10_000).getBytes(UTF_8), 999)).isEmpty();
    }

    @Test
    void whatIsNoJsonSilencesUntilReset() {
        for (String wrong :
                new String[] {"<html>", "{model:1}", "{\"model\" 1}", "{\"a\":1]", "hello", "{\"model\":'x'}", "}"}) {
            Heard heard = new Heard();
            JsonScanner scanner = new JsonScanner(PATHS, heard);
            byte[] bytes = (wrong + "{\"model\":\"no\"}").getBytes(UTF_8);
            scanner.accept(bytes, 0, bytes.length);
            assertThat(scanner.isBroken()).as(wrong).isTrue();
            assertThat(heard.events).as(wrong).isEmpty();
            scanner.reset();
            byte[] right = "{\"model\":\"yes\"}".getBytes(UTF_8);
            scanner.accept(right, 0, right.length);
            assertThat(heard.events).as(wrong).containsExactly("2='yes'", "end");
        }
    }

    @Test
    void brokenUnicodeEscapeSilences() {
        assertThat(read("{\"model\":\"\\u00zz\",\"flag\":true}")).isEmpty();
    }

    @Test
    void bytesThatAreNoUtf8PassThrough() {
        byte[] bytes = "{\"x\":\"??\",\"model\":\"m\"}".getBytes(UTF_8);
        bytes[6] = (byte) 0xc3;
        bytes[7] = (byte) 0xff;
        assertThat(read(bytes, 1)).containsExactly("2='m'", "end");
    }

    @Test
    void counts() {
        assertThat(count("0")).isZero();
        assertThat(count("123456789012345")).isEqualTo(123_456_789_012_345L);
        assertThat(count("12.0")).isEqualTo(12);
        assertThat(count("1e3")).isEqualTo(1_000);
        for (String none : new String[] {"-1", "1.5", "", "1e400", "99999999999999999999", "-"}) {
            assertThat(count(none)).as(none).isEqualTo(JsonNumbers.NO_COUNT);
        }
    }

    private static long count(String number) {
        byte[] bytes = number.getBytes(UTF_8);
        return JsonNumbers.count(bytes, bytes.length);
    }
}
