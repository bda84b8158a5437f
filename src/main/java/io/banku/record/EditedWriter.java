package io.banku.record;

import io.banku.copybook.Elementary;
import java.math.BigDecimal;

/** Numeric-edited pictures, by the {@link Editor} that reads them too. */
record EditedWriter(Elementary field, CodePage codePage, Editor editor) implements NumberWriter {
    EditedWriter(Elementary field, CodePage codePage) {
        this(field, codePage, new Editor(field));
    }

    @Override
    public void write(BigDecimal value, byte[] bytes, int at) {
        String digits = ExactDigits.of(value, field, editor.digits(), editor.isSigned());
        byte[] edited = codePage.encode(new String(editor.edit(digits, value.signum() < 0)));
        System.arraycopy(edited, 0, bytes, at, edited.length);
    }
}
