package io.banku.record;

import io.banku.copybook.Layout;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;

/** Records → a file of them: the inverse of {@link Framing}, for {@code fixed}, {@code lines} and {@code rdw}. Immutable. */
public final class FramedOutput {
    /** How one record is written. */
    private interface Writing {
        /** @param end of a line; other framings have none */
        void write(byte[] record, byte[] end, OutputStream to) throws IOException;
    }

    /** What stands around and between records and is not written. */
    private static final List<String> READ_ONLY = List.of("skip-first", "skip-last", "blocked");

    private final Writing writing;
    private final boolean ofOneLength;
    private final Optional<byte[]> lineEnd;

    private FramedOutput(Writing writing, boolean ofOneLength, Optional<byte[]> lineEnd) {
        this.writing = writing;
        this.ofOneLength = ofOneLength;
        this.lineEnd = lineEnd;
    }

    /**
     * For the framing as people write it; a form that is only read is refused when the first record is written.
     *
     * @throws IllegalArgumentException with all that is wrong with it
     */
    public static FramedOutput of(String form, Layout layout, Dialect dialect) {
        Framing.of(form, layout, dialect);
        FramingForm framing = FramingForm.parse(form);
        boolean isPlain =
                READ_ONLY.stream().allMatch(option -> framing.text(option).isEmpty())
                        && !framing.text("zero-word").orElse("").equals("ends-file");
        if (!isPlain) {
            return new FramedOutput(unwritten(form), framing.name().equals("fixed"), Optional.empty());
        }
        return switch (framing.name()) {
            case "fixed" -> fixed(framing.text("length").map(Integer::valueOf).orElseGet(layout::length));
            case "lines" -> lines(LineOutput.of(framing, dialect.codePage()));
            case "rdw" -> described(FramingCompiler.word(framing));
            default -> new FramedOutput(unwritten(framing.name()), false, Optional.empty());
        };
    }

    private static Writing unwritten(String framing) {
        return (record, end, to) -> {
            throw new IllegalArgumentException("expected the framing fixed, lines or rdw for writing, without "
                    + String.join(", ", READ_ONLY) + " and {zero-word: ends-file}, found " + framing);
        };
    }

    /** Or may each have its own? */
    public boolean isOfOneLength() {
        return ofOneLength;
    }

    /** What ends a line where nothing else is said; empty where records are no lines. */
    public Optional<byte[]> lineEnd() {
        return lineEnd;
    }

    /** @throws IllegalArgumentException when such a framing cannot have this record: another one would be read */
    public void write(byte[] record, OutputStream to) throws IOException {
        write(record, lineEnd.orElse(new byte[0]), to);
    }

    /**
     * With an end of its own where records are lines.
     *
     * @param end one that the framing reads; empty for a last line without one
     * @throws IllegalArgumentException when such a framing cannot have this record, or this end
     */
    public void write(byte[] record, byte[] end, OutputStream to) throws IOException {
        writing.write(record, end, to);
    }

    private static FramedOutput fixed(int length) {
        Writing writing = (record, end, to) -> {
            if (record.length != length) {
                throw new IllegalArgumentException(
                        "expected a record of " + length + " bytes for the framing fixed, found " + record.length);
            }
            to.write(record);
        };
        return new FramedOutput(writing, true, Optional.empty());
    }

    private static FramedOutput lines(LineOutput lines) {
        return new FramedOutput(lines::write, lines.width().isPresent(), Optional.of(lines.usual()));
    }

    private static FramedOutput described(DescriptorWord word) {
        Writing writing = (record, end, to) -> {
            to.write(word.of(record.length));
            to.write(record);
        };
        return new FramedOutput(writing, false, Optional.empty());
    }
}
