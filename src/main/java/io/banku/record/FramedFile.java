package io.banku.record;

import io.banku.copybook.Layout;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/**
 * Records → a whole file, in every framing that is read: with the blocks, the fillers and the margins that stand around
 * and between records. One thread; a block is kept until it is full.
 */
public final class FramedFile {
    /** Half a track of a 3390, as blocks on disks mostly are, without their word. */
    private static final int BLOCK = 27_994;

    private final OutputStream to;
    private final FramingForm form;
    private final byte blank;
    private final FramedOutput records;
    private final Fitting fitting;
    private final DescriptorWord blockWord;
    private final ByteArrayOutputStream block = new ByteArrayOutputStream();

    /** Makes a record one that the framing can have. */
    private interface Fitting {
        byte[] of(byte[] record);
    }

    private FramedFile(FramingForm form, Layout layout, Dialect dialect, OutputStream to) {
        this.form = form;
        this.blank = dialect.codePage().blank();
        this.to = form.text("blocked")
                .<OutputStream>map(text -> new FilledStream(to, Blocked.of(text), blank))
                .orElse(to);
        boolean isDescribed = form.name().equals("rdw") || form.name().equals("bdw");
        FramingForm plain =
                form.without("skip-first", "skip-last", "trailing", "blocked", "zero-word", "block-inclusive");
        boolean isSized = form.name().equals("length-field") || form.name().equals("by-type");
        this.records = isSized
                ? null
                : FramedOutput.of(
                        (isDescribed ? new FramingForm("rdw", plain.options()) : plain).toString(), layout, dialect);
        this.blockWord = form.name().equals("bdw") ? FramingCompiler.blockWord(form) : null;
        this.fitting = fitting(form, layout, dialect);
    }

    /**
     * @param form as people write it
     * @throws IllegalArgumentException with all that is wrong with it
     */
    public static FramedFile of(String form, Layout layout, Dialect dialect, OutputStream to) throws IOException {
        Framing.of(form, layout, dialect);
        FramedFile file = new FramedFile(FramingForm.parse(form), layout, dialect, to);
        file.margin("skip-first");
        return file;
    }

    private Fitting fitting(FramingForm form, Layout layout, Dialect dialect) {
        return switch (form.name()) {
            case "fixed" ->
                record -> atLeast(form.text("length").map(Integer::valueOf).orElseGet(layout::length), record);
            case "lines" ->
                record -> atLeast(form.text("width").map(Integer::valueOf).orElse(0), record);
            case "length-field" -> {
                RecordEncoder encoder = RecordEncoder.of(layout, dialect, Map.of());
                String field = form.text("field").orElseThrow();
                int more = form.text("add").map(Integer::valueOf).orElse(0);
                yield record -> encoder.changed(frame(record), Map.of(field, Integer.toString(record.length - more)));
            }
            case "by-type" -> {
                FieldReader field = RecordDecoder.of(layout, dialect, Map.of())
                        .field(form.text("field").orElseThrow());
                RecordLength lengths = new RecordLength.ByType(
                        field,
                        new TypeLengths(layout, dialect.codePage(), Optional.of(field))
                                .of(form.text("lengths").orElseThrow()));
                yield record -> Arrays.copyOf(atLeast(length(lengths, record), record), length(lengths, record));
            }
            default -> record -> record;
        };
    }

    private static int length(RecordLength lengths, byte[] record) {
        try {
            return (int) lengths.of(frame(record));
        } catch (FieldException noType) {
            throw new IllegalArgumentException(noType.getMessage(), noType);
        }
    }

    private byte[] atLeast(int length, byte[] record) {
        if (record.length >= length) {
            return record;
        }
        byte[] padded = Arrays.copyOf(record, length);
        Arrays.fill(padded, record.length, length, blank);
        return padded;
    }

    private static Frame frame(byte[] record) {
        Frame frame = new Frame();
        frame.bytes = record;
        frame.length = record.length;
        return frame;
    }

    /** As the framing has it: as long as it says, or with its length in the field that tells it. */
    public byte[] fitted(byte[] record) {
        return fitting.of(record);
    }

    /** @throws IllegalArgumentException when such a framing cannot have this record */
    public void write(byte[] record) throws IOException {
        if (blockWord == null) {
            writeTo(record, to);
            return;
        }
        ByteArrayOutputStream one = new ByteArrayOutputStream();
        writeTo(record, one);
        if (block.size() + one.size() > BLOCK) {
            endBlock();
        }
        one.writeTo(block);
    }

    private void writeTo(byte[] record, OutputStream out) throws IOException {
        if (records == null) {
            out.write(record);
        } else {
            records.write(record, out);
        }
    }

    /** Writes what is kept; what stands behind the last record is not there yet. */
    public void flush() throws IOException {
        endBlock();
        to.flush();
    }

    /** Ends the file; its stream stays open. */
    public void end() throws IOException {
        endBlock();
        if (form.text("zero-word").orElse("").equals("ends-file")) {
            to.write(new byte[FramingCompiler.word(form).size()]);
        }
        margin("skip-last");
        to.flush();
    }

    private void endBlock() throws IOException {
        if (block.size() > 0) {
            to.write(blockWord.of(block.size()));
            block.writeTo(to);
            block.reset();
        }
    }

    private void margin(String option) throws IOException {
        byte[] blanks = new byte[form.text(option).map(Integer::valueOf).orElse(0)];
        Arrays.fill(blanks, blank);
        to.write(blanks);
    }

    /** Puts fillers behind every so many bytes. */
    private static final class FilledStream extends OutputStream {
        private final OutputStream to;
        private final Blocked blocked;
        private final byte[] fillers;
        private int written;

        FilledStream(OutputStream to, Blocked blocked, byte blank) {
            this.to = to;
            this.blocked = blocked;
            this.fillers = new byte[blocked.fillers()];
            Arrays.fill(fillers, blank);
        }

        @Override
        public void write(int b) throws IOException {
            to.write(b);
            written++;
            if (written == blocked.bytes()) {
                to.write(fillers);
                written = 0;
            }
        }

        @Override
        public void flush() throws IOException {
            to.flush();
        }
    }
}
