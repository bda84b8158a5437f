package io.banku.record;

import io.banku.copybook.Layout;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a file falls into records. A file that is packed as gzip is unpacked on the way. Immutable; as text it is what
 * people write: {@code {rdw: {endian: little}}}.
 */
public interface Framing {
    /** Opens the bytes from their beginning; closing the source closes the stream. */
    RecordSource open(InputStream bytes);

    /**
     * Where the records of a file that does not decode stop, and go on again, which is sought by reading it once more: some
     * bytes were lost in the middle, or are too many. One sentence; empty where nothing is sure. Closes the stream.
     */
    String gaps(InputStream again) throws IOException;

    /** The same, where messages show no bytes of the file but its first ones: any other may be private. */
    Framing hidingBytes();

    /** Records of {@code length} bytes with nothing between them. */
    static Framing fixed(int length) {
        if (length < 1) {
            throw new IllegalArgumentException("expected a record length from 1, found " + length);
        }
        FramingForm form = new FramingForm("fixed", Map.of("length", String.valueOf(length)));
        CodePage codePage = CodePage.of("cp037");
        GapSearch search = new GapSearch(Stride.fixed(length), Margins.NONE, null, Dialect.of(codePage));
        Diagnosis diagnosis = new LikelyFraming(form, codePage, length, search);
        return new CompiledFraming(
                form,
                (stream, shown) -> new FixedRecords(new Window(stream, Margins.NONE, diagnosis, shown), length),
                search);
    }

    /** Record descriptor words as z/OS writes them: two bytes length, big-endian, including the four of the word. */
    static Framing rdw() {
        return of("rdw", null, CodePage.of("cp037"));
    }

    /** Text lines: LF, CRLF or (EBCDIC) NEL end a record. */
    static Framing lines(CodePage codePage) {
        return of("lines", null, codePage);
    }

    /** What there is, each with its options. */
    static Map<String, List<String>> all() {
        return FramingCompiler.all();
    }

    /**
     * The framing as people write it.
     *
     * @param layout of the records: their length, and the fields that the form names
     * @throws IllegalArgumentException with all that is wrong with it
     */
    static Framing of(String form, Layout layout, CodePage codePage) {
        return of(form, layout, Dialect.of(codePage));
    }

    /** As {@link #of(String, Layout, CodePage)}, where the fields that the form names are read by a dialect. */
    static Framing of(String form, Layout layout, Dialect dialect) {
        List<String> faults = new ArrayList<>();
        Optional<Framing> framing = of(
                FramingForm.parse(form),
                layout,
                dialect,
                (option, message) -> faults.add(option.isEmpty() ? message : "'" + option + "': " + message));
        return framing.orElseThrow(() -> new IllegalArgumentException(String.join("; ", faults)));
    }

    /** As {@link #of(String, Layout, Dialect)}; empty when there are faults, all of which are told. */
    static Optional<Framing> of(FramingForm form, Layout layout, Dialect dialect, FramingFaults faults) {
        return FramingCompiler.compile(form, layout, dialect, faults);
    }
}
