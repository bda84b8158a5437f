package io.banku.inspect;

import io.banku.copybook.Elementary;
import io.banku.copybook.Picture;
import io.banku.copybook.Usage;
import io.banku.record.FieldException;
import io.banku.record.Frame;
import io.banku.record.FramingException;
import io.banku.record.RecordSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * The bytes of a file that are surely texts: those of PIC X and A, in records that fit the copybook. Immutable.
 *
 * @param records that they are from
 * @param bytes of all of them, with zeros between two fields
 */
record FieldTexts(long records, byte[] bytes) {
    private static final int MOST_RECORDS = 20_000;
    private static final int MOST_BYTES = 1 << 20;

    /** From the first records on; none without a copybook. */
    static FieldTexts of(Bytes content, Way way) throws IOException {
        ByteArrayOutputStream texts = new ByteArrayOutputStream();
        long records = 0;
        boolean isNamed = false;
        boolean isOther = false;
        Optional<TypeField> type = way.layout() == null ? Optional.empty() : TypeField.of(way.layout(), way.page());
        List<FitNode> nodes = way.nodes();
        Frame frame = new Frame();
        try (RecordSource source = way.cut().open(content.open())) {
            while (!nodes.isEmpty()
                    && source.next(frame)
                    && frame.number <= MOST_RECORDS
                    && texts.size() < MOST_BYTES) {
                Fit.OfRecord fit = Fit.of(frame, nodes, way.layout(), false);
                Optional<TypeField.Named> types = type.map(each -> each.count(List.of(fit)));
                isNamed |= types.isPresent() && types.get().named() > 0;
                isOther |= types.isPresent() && types.get().areNone();
                if (fit.isLegal()) {
                    records++;
                    fit.fields().forEach(field -> add(field, frame, texts));
                }
            }
        } catch (FramingException rest) {
            // what is before it counts all the same
        }
        if (isOther && !isNamed) {
            return new FieldTexts(0, new byte[0]); // it is the copybook of another file
        }
        return new FieldTexts(records, texts.toByteArray());
    }

    private static void add(FieldFit field, Frame frame, ByteArrayOutputStream texts) {
        Elementary item = (Elementary) field.reader().item();
        if (item.isFiller() || !isText(item)) {
            return;
        }
        try {
            Frame whole = field.reader().whole(frame);
            int from = field.reader().offset(frame);
            int length = Math.min(item.length(), whole.length - from);
            texts.write(whole.bytes, whole.start + from, Math.max(0, length));
            texts.write(0);
        } catch (FieldException noPlace) {
            throw new IllegalStateException("it was read just now", noPlace);
        }
    }

    private static boolean isText(Elementary item) {
        Picture.Category category = item.picture().category();
        return item.usage() == Usage.DISPLAY
                && (category == Picture.Category.ALPHANUMERIC || category == Picture.Category.ALPHABETIC);
    }
}
