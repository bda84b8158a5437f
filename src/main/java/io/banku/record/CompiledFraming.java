package io.banku.record;

import java.io.IOException;
import java.io.InputStream;

/** A framing as it was written, how it opens a file, and how gaps are found in it. Immutable. */
record CompiledFraming(FramingForm form, Opening opening, GapSearch search, Window.Bytes shown) implements Framing {
    /** How a file is opened. */
    interface Opening {
        RecordSource open(InputStream stream, Window.Bytes shown);
    }

    CompiledFraming(FramingForm form, Opening opening, GapSearch search) {
        this(form, opening, search, Window.Bytes.SHOWN);
    }

    @Override
    public RecordSource open(InputStream bytes) {
        return opening.open(bytes, shown);
    }

    @Override
    public Framing hidingBytes() {
        return new CompiledFraming(form, opening, search, Window.Bytes.HIDDEN);
    }

    @Override
    public String gaps(InputStream again) throws IOException {
        return search.told(again);
    }

    @Override
    public String toString() {
        return form.toString();
    }
}
