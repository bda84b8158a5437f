package io.banku.inspect;

import io.banku.inspect.LengthWord.Kind;
import io.banku.record.FramingForm;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The framings by descriptor words that {@code framing:} knows, each with the word by which it is tried in memory. */
final class Forms {
    /** @param word of the first record */
    record Described(FramingForm form, LengthWord word) {
        Described with(String option, String value) {
            return new Described(Forms.with(form, option, value), word);
        }
    }

    /**
     * @param block word of a block
     * @param record word of a record in it
     */
    record Blocked(FramingForm form, LengthWord block, LengthWord record) {
        /** Whether the first block is one of records, or its word that of a very long one (extended). */
        boolean fits(byte[] head) {
            int whole = block.first(head);
            int word = record.ownBytes();
            boolean isExtended = head.length > 0 && head[0] < 0 && block.zeros() == SHORT && block.kind() == Kind.BIG;
            return isExtended
                    || whole > word
                            && record.chain(Arrays.copyOfRange(head, word, Math.min(whole, head.length)), 0)
                                    .goesOn();
        }
    }

    private static final int SHORT = 2;
    private static final int LONG = 4;

    private Forms() {}

    static FramingForm with(FramingForm form, String option, String value) {
        Map<String, String> options = new LinkedHashMap<>(form.options());
        options.put(option, value);
        return new FramingForm(form.name(), options);
    }

    static FramingForm without(FramingForm form, String option) {
        Map<String, String> options = new LinkedHashMap<>(form.options());
        options.remove(option);
        return new FramingForm(form.name(), options);
    }

    /** Records without blocks: what the mainframe writes comes first. */
    static List<Described> rdw() {
        List<Described> all = new ArrayList<>();
        for (String word : List.of("LL00", "00LL", "LLLL", "LL")) {
            for (Kind order : List.of(Kind.BIG, Kind.LITTLE)) {
                for (boolean inclusive : new boolean[] {true, false}) {
                    all.add(new Described(form("rdw", word, order, inclusive), word(word, order, inclusive)));
                }
            }
        }
        return all;
    }

    /** Records in blocks, whose lengths may be counted in another way than those of the records. */
    static List<Blocked> bdw() {
        List<Blocked> all = new ArrayList<>();
        for (String word : List.of("LL00", "00LL", "LLLL", "LL")) {
            for (Kind order : List.of(Kind.BIG, Kind.LITTLE)) {
                for (boolean inclusive : new boolean[] {true, false}) {
                    FramingForm form = form("bdw", word, order, inclusive);
                    LengthWord record = word(word, order, inclusive);
                    all.add(new Blocked(form, record, record));
                    all.add(new Blocked(
                            with(form, "block-inclusive", String.valueOf(!inclusive)),
                            word(word, order, !inclusive),
                            record));
                }
            }
        }
        return all;
    }

    private static FramingForm form(String name, String word, Kind order, boolean inclusive) {
        Map<String, String> options = new LinkedHashMap<>();
        if (!word.equals("LL00")) {
            options.put("word", word);
        }
        if (order == Kind.LITTLE) {
            options.put("endian", "little");
        }
        if (!inclusive) {
            options.put("inclusive", "false");
        }
        return new FramingForm(name, options);
    }

    private static LengthWord word(String word, Kind order, boolean inclusive) {
        int size = word.equals("LL") ? SHORT : LONG;
        int width = word.equals("LLLL") ? LONG : SHORT;
        int at = word.equals("00LL") ? SHORT : 0;
        int zeros = word.equals("LL00") ? SHORT : word.equals("00LL") ? 0 : -1;
        return new LengthWord(at, width, order, zeros, inclusive ? 0 : size);
    }
}
