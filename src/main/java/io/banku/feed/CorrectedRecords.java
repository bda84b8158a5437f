package io.banku.feed;

import io.banku.record.Frame;
import io.banku.record.FramingException;
import io.banku.record.RecordSource;
import io.banku.record.RecordsBehind;
import java.io.IOException;

/** The records of a file, some of them with other bytes; their numbers and places stay what they are. One thread. */
final class CorrectedRecords extends RecordsBehind {
    private final Corrections corrections;
    /** The source's own: it may go on from where its last record lay. */
    private final Frame found = new Frame();

    CorrectedRecords(RecordSource source, Corrections corrections) {
        super(source);
        this.corrections = corrections;
    }

    @Override
    public boolean next(Frame into) throws IOException, FramingException {
        if (!source.next(found)) {
            return false;
        }
        byte[] corrected = corrections.of(found);
        into.bytes = corrected == null ? found.bytes : corrected;
        into.start = corrected == null ? found.start : 0;
        into.length = corrected == null ? found.length : corrected.length;
        into.number = found.number;
        into.fileOffset = found.fileOffset;
        into.lineEnd = found.lineEnd;
        return true;
    }
}
