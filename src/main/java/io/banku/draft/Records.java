package io.banku.draft;

import io.banku.record.Frame;
import io.banku.record.Framing;
import io.banku.record.FramingException;
import io.banku.record.RecordSource;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** The records of a sample; they are read anew as often as they are asked for. */
record Records(Path file, Framing framing) {
    interface Visitor {
        void see(Frame frame);
    }

    /** What is behind the last record that can be told from the rest is not seen. */
    void each(Visitor visitor) throws IOException {
        Frame frame = new Frame();
        try (RecordSource source = framing.open(new BufferedInputStream(Files.newInputStream(file)))) {
            while (source.next(frame)) {
                visitor.see(frame);
            }
        } catch (FramingException end) {
            return;
        }
    }

    static Frame copy(Frame frame) {
        Frame copy = new Frame();
        copy.bytes = Arrays.copyOfRange(frame.bytes, frame.start, frame.start + frame.length);
        copy.length = frame.length;
        copy.number = frame.number;
        copy.fileOffset = frame.fileOffset;
        return copy;
    }
}
