package io.banku.record;

import io.banku.copybook.Layout;
import java.io.IOException;
import java.io.OutputStream;

/** Records → a file of them: the inverse of {@link Framing}, for {@code fixed}, {@code lines} and {@code rdw}. Immutable. */
public final class FramedOutput {
    /** How one record is written. */
    private interface Writing {
        void write(byte[] record, OutputStream to) throws IOException;
    }

    private final Writing writing;
    private final boolean ofOneLength;

    private FramedOutput(Writing writing, boolean ofOneLength) {
        this.writing = writing;
        this.ofOneLength = ofOneLength;
    }

    /**
     * For the framing as people write it; a form that is only read is refused when the first record is written.
     *
     * @throws IllegalArgumentException with all that is wrong with it
     */
    public static FramedOutput of(String form, Layout layout, Dialect dialect) {
        Framing.of(form, layout, dialect);
        FramingForm framing = FramingForm.parse(form);
        boolean isPlain = framing.text("blocked").isEmpty()
                && !framing.text("zero-word").orElse("").equals("ends-file");
        Writing writing = !isPlain
                ? unwritten(form)
                : switch (framing.name()) {
                    case "fixed" ->
                        fixed(framing.text("length").map(Integer::valueOf).orElseGet(layout::length));
                    case "lines" -> lines(lineEnd(framing, dialect.codePage()));
                    case "rdw" -> described(FramingCompiler.word(framing));
                    default -> unwritten(framing.name());
                };
        return new FramedOutput(writing, framing.name().equals("fixed"));
    }

    private static Writing unwritten(String framing) {
        return (record, to) -> {
            throw new IllegalArgumentException(
                    "expected the framing fixed, lines or rdw for writing, found " + framing);
        };
    }

    /** Or may each have its own? */
    public boolean isOfOneLength() {
        return ofOneLength;
    }

    /** @throws IllegalArgumentException when such a framing cannot have this record */
    public void write(byte[] record, OutputStream to) throws IOException {
        writing.write(record, to);
    }

    private static Writing fixed(int length) {
        return (record, to) -> {
            if (record.length != length) {
                throw new IllegalArgumentException(
                        "expected a record of " + length + " bytes for the framing fixed, found " + record.length);
            }
            to.write(record);
        };
    }

    private static Writing lines(byte[] end) {
        return (record, to) -> {
            to.write(record);
            to.write(end);
        };
    }

    private static byte[] lineEnd(FramingForm form, CodePage codePage) {
        LineEnd end = LineEnd.of(form.text("end").orElse("any"), codePage);
        return end.before() == LineEnd.CarriageReturn.REQUIRED
                ? new byte[] {0x0D, end.last()}
                : new byte[] {end.last()};
    }

    private static Writing described(DescriptorWord word) {
        return (record, to) -> {
            to.write(word.of(record.length));
            to.write(record);
        };
    }
}
