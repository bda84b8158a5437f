package io.banku.record;

import java.io.InputStream;
import java.util.function.Function;

/** A framing as it was written, and how it opens a file. Immutable. */
record CompiledFraming(FramingForm form, Function<InputStream, RecordSource> opening) implements Framing {
    @Override
    public RecordSource open(InputStream bytes) {
        return opening.apply(bytes);
    }

    @Override
    public String toString() {
        return form.toString();
    }
}
