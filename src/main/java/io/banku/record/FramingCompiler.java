package io.banku.record;

import io.banku.copybook.DataItem;
import io.banku.copybook.Elementary;
import io.banku.copybook.Layout;
import io.banku.copybook.Usage;
import io.banku.record.Margins.Trailing;
import io.banku.record.RdwRecords.LastWord;
import io.banku.record.RecordLength.ByType.Type;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** {@link FramingForm} → {@link Framing}, by the copybook's layout where the form names fields or lengths. */
final class FramingCompiler {
    interface Opening {
        RecordSource open(Window window);
    }

    /** How the records of an opened file are read, and how they are measured. */
    record Source(Opening opening, Stride stride) {}

    private static final List<String> COMMON = List.of("skip-first", "skip-last", "trailing", "blocked");
    private static final Map<String, List<String>> OPTIONS = options();

    private static final Map<String, DescriptorWord.ByteOrder> ORDERS =
            Map.of("big", DescriptorWord.ByteOrder.BIG, "little", DescriptorWord.ByteOrder.LITTLE);
    private static final Map<String, DescriptorWord.Span> SPANS =
            Map.of("true", DescriptorWord.Span.INCLUSIVE, "false", DescriptorWord.Span.EXCLUSIVE);

    private static final Map<String, LastWord> LAST_WORDS = Map.of("record", LastWord.NONE, "ends-file", LastWord.ZERO);

    private static final int MOST_MARGIN = 64 * 1024;
    static final int LONGEST = 1 << 20;
    private static final int MOST_LONGEST = 1 << 28;

    private final Options options;
    private final FramingForm form;
    private final Layout layout;
    private final Dialect dialect;
    private final CodePage codePage;

    private FramingCompiler(FramingForm form, Layout layout, Dialect dialect, FramingFaults faults) {
        this.dialect = dialect;
        this.options = new Options(form, faults);
        this.form = form;
        this.layout = layout;
        this.codePage = dialect.codePage();
    }

    private static Map<String, List<String>> options() {
        Map<String, List<String>> all = new TreeMap<>();
        all.put("fixed", List.of("length"));
        all.put("lines", List.of("end", "width", "pad-to", "longest"));
        all.put("rdw", List.of("word", "endian", "inclusive", "zero-word", "longest"));
        all.put("bdw", List.of("word", "endian", "inclusive", "block-inclusive", "longest"));
        all.put("length-field", List.of("field", "add", "longest"));
        all.put("by-type", List.of("field", "lengths"));
        all.replaceAll(
                (name, own) -> Stream.of(own, COMMON).flatMap(List::stream).toList());
        return Collections.unmodifiableMap(all);
    }

    static Map<String, List<String>> all() {
        return OPTIONS;
    }

    static Set<String> names() {
        return OPTIONS.keySet();
    }

    /** Empty when there was a fault; all of them are told. */
    static Optional<Framing> compile(FramingForm form, Layout layout, Dialect dialect, FramingFaults faults) {
        if (!OPTIONS.containsKey(form.name())) {
            faults.add("", "expected the framing " + either(OPTIONS.keySet()) + ", found " + form.name());
            return Optional.empty();
        }
        return new FramingCompiler(form, layout, dialect, faults).framing();
    }

    private static String either(Set<String> names) {
        List<String> all = List.of("fixed", "lines", "rdw", "bdw", "length-field", "by-type");
        return String.join(", ", all.subList(0, names.size() - 1)) + " or " + all.get(names.size() - 1);
    }

    private Optional<Framing> framing() {
        options.only(OPTIONS.get(form.name()));
        Margins margins = margins();
        Source source = source();
        if (options.isFaulty()) {
            return Optional.empty();
        }
        GapSearch search = new GapSearch(source.stride(), margins, layout, dialect);
        Diagnosis diagnosis = new LikelyFraming(form, codePage, layout == null ? 0 : layout.length(), search);
        return Optional.of(new CompiledFraming(
                form, (stream, shown) -> source.opening().open(new Window(stream, margins, diagnosis, shown)), search));
    }

    private Margins margins() {
        return new Margins(
                options.number("skip-first", 0, MOST_MARGIN).orElse(0),
                options.number("skip-last", 0, MOST_MARGIN).orElse(0),
                options.oneOf("trailing", Map.of("refused", Trailing.REFUSED, "ignored", Trailing.IGNORED))
                        .orElse(Trailing.REFUSED),
                mark(),
                options.parsed("blocked", Blocked::of).orElse(null));
    }

    /** In EBCDIC, and before binary records, these bytes may be data. */
    private Margins.Mark mark() {
        boolean isText = codePage.name().equals("utf-8") || form.name().equals("lines") && !codePage.isEbcdic();
        return isText ? Margins.Mark.STEPPED_OVER : Margins.Mark.DATA;
    }

    private Source source() {
        return switch (form.name()) {
            case "fixed" -> fixed();
            case "lines" -> lines();
            case "length-field" -> lengthField();
            case "by-type" -> byType();
            default -> described(form, longest(LONGEST), options);
        };
    }

    private int longest(int otherwise) {
        return options.number("longest", 1, MOST_LONGEST).orElse(otherwise);
    }

    private Source fixed() {
        int length = options.number("length", 1, MOST_LONGEST).orElseGet(() -> layout.length());
        return new Source(window -> new FixedRecords(window, length), Stride.fixed(length));
    }

    private Source lines() {
        LineEnd end =
                options.parsed("end", name -> LineEnd.of(name, codePage)).orElseGet(() -> LineEnd.of("any", codePage));
        Optional<Integer> width = options.number("width", 1, MOST_LONGEST);
        Optional<Integer> padTo = options.number("pad-to", 1, MOST_LONGEST);
        int longest = longest(Lines.LONGEST);
        if (width.isPresent() && (options.has("pad-to") || options.has("longest"))) {
            options.fault(
                    "width",
                    "lines of one width are neither padded nor can they be too long: expected 'width'"
                            + " without 'pad-to' and 'longest'");
        }
        if (width.isPresent()) {
            LineEnd behind = form.text("end").orElse("any").equals("any") ? LineEnd.anywhere() : end;
            return new Source(window -> new LinesOfWidth(window, behind, width.get()), Stride.UNKNOWN);
        }
        Opening opening = padTo.isPresent()
                ? window -> new PaddedRecords(new Lines(window, end, longest), padTo.get(), codePage.blank())
                : window -> new Lines(window, end, longest);
        return new Source(opening, Stride.UNKNOWN);
    }

    /** Records by descriptor words, where the form's options are known to be good. */
    static Source described(FramingForm form, int longest) {
        return described(form, longest, new Options(form, FramingCompiler::knownToBeGood));
    }

    private static Source described(FramingForm form, int longest, Options options) {
        DescriptorWord word = word(options);
        if (form.name().equals("rdw")) {
            LastWord last = options.oneOf("zero-word", LAST_WORDS).orElse(LastWord.NONE);
            return new Source(
                    window -> new RdwRecords(window, word, null, last, longest),
                    last == LastWord.NONE ? Stride.by(word) : Stride.UNKNOWN);
        }
        DescriptorWord block = blockWord(options);
        return new Source(
                window -> new RdwRecords(window, word, new Blocks(block), LastWord.NONE, longest), Stride.UNKNOWN);
    }

    /** The word before a record, where the form's options are known to be good. */
    static DescriptorWord word(FramingForm form) {
        return word(new Options(form, FramingCompiler::knownToBeGood));
    }

    /** The word before a block, where the form's options are known to be good. */
    static DescriptorWord blockWord(FramingForm form) {
        return blockWord(new Options(form, FramingCompiler::knownToBeGood));
    }

    private static DescriptorWord blockWord(Options options) {
        DescriptorWord word = word(options);
        return new DescriptorWord(
                word.form(),
                word.order(),
                options.oneOf("block-inclusive", SPANS).orElse(word.span()));
    }

    private static DescriptorWord word(Options options) {
        Map<String, DescriptorWord.Form> words = new TreeMap<>();
        Arrays.stream(DescriptorWord.Form.values()).forEach(word -> words.put(word.text(), word));
        return new DescriptorWord(
                options.oneOf("word", words).orElse(DescriptorWord.Form.LL00),
                options.oneOf("endian", ORDERS).orElse(DescriptorWord.ByteOrder.BIG),
                options.oneOf("inclusive", SPANS).orElse(DescriptorWord.Span.INCLUSIVE));
    }

    private static void knownToBeGood(String option, String message) {
        throw new IllegalArgumentException(option + ": " + message);
    }

    private Source lengthField() {
        int longest = longest(LONGEST);
        int more = options.number("add", -MOST_MARGIN, MOST_MARGIN).orElse(0);
        Optional<FieldReader> field = options.required("field", this::field);
        if (field.isPresent() && (!field.get().isNumeric() || field.get().scale() != 0)) {
            options.fault(
                    "field",
                    "expected a whole number, found " + told(field.get().item()));
        }
        return sized(field.map(known -> new RecordLength.InField(known, more)), longest);
    }

    private Source byType() {
        Optional<FieldReader> field = options.required("field", this::field);
        if (field.isPresent() && isBinary(field.get().item())) {
            options.fault(
                    "field",
                    "expected a field of characters, found " + told(field.get().item()));
        }
        Optional<List<Type>> types =
                options.required("lengths", text -> new TypeLengths(layout, codePage, field).of(text));
        return sized(
                field.flatMap(known -> types.map(lengths -> new RecordLength.ByType(known, lengths))), MOST_LONGEST);
    }

    /** @param length empty where there was a fault */
    private static Source sized(Optional<RecordLength> length, int longest) {
        return new Source(
                window -> new SizedRecords(window, length.orElseThrow(), longest),
                length.map(Stride::by).orElse(Stride.UNKNOWN));
    }

    private FieldReader field(String name) {
        return RecordDecoder.of(layout, dialect, Map.of()).field(name);
    }

    private static boolean isBinary(DataItem item) {
        return item instanceof Elementary field && field.usage() != Usage.DISPLAY;
    }

    private static String told(DataItem item) {
        return item instanceof Elementary field ? field.description() : "a group";
    }
}
