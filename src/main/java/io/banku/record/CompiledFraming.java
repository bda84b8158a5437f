package io.banku.record;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Function;

/** A framing as it was written, how it opens a file, and how gaps are found in it. Immutable. */
record CompiledFraming(FramingForm form, Function<InputStream, RecordSource> opening, GapSearch search)
        implements Framing {
    @Override
    public RecordSource open(InputStream bytes) {
        return opening.apply(bytes);
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
