package io.banku.bench.decode;

import io.banku.copybook.Copybook;
import io.banku.copybook.Layout;
import io.banku.record.CodePage;
import io.banku.record.Dialect;
import io.banku.record.FieldException;
import io.banku.record.FieldReader;
import io.banku.record.FieldWriter;
import io.banku.record.Frame;
import io.banku.record.RecordDecoder;
import io.banku.record.RecordEncoder;
import java.math.BigDecimal;
import java.util.Map;

/** One number as the program reads and writes it. */
final class OurField {
    private final FieldReader reader;
    private final FieldWriter writer;

    OurField(Declared declared) {
        Layout layout = Copybook.parse("F.cpy", declared.copybook());
        Dialect dialect = Dialect.of(CodePage.of("cp037"));
        reader = RecordDecoder.of(layout, dialect, Map.of()).field("F");
        writer = RecordEncoder.of(layout, dialect, Map.of()).field("F");
    }

    /** In bytes. */
    int length() {
        return reader.item().length();
    }

    BigDecimal value(byte[] bytes) throws FieldException {
        return reader.decimal(frame(bytes));
    }

    /** Its digits, or the code of the refusal. */
    String valueOrCode(byte[] bytes) {
        try {
            return value(bytes).toPlainString();
        } catch (FieldException refused) {
            return refused.code();
        }
    }

    byte[] bytes(BigDecimal value) throws FieldException {
        byte[] bytes = new byte[length()];
        writer.write(value, frame(bytes));
        return bytes;
    }

    private static Frame frame(byte[] bytes) {
        Frame frame = new Frame();
        frame.bytes = bytes;
        frame.length = bytes.length;
        return frame;
    }
}
