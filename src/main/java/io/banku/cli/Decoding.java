package io.banku.cli;

import io.banku.record.FieldException;
import io.banku.record.Frame;
import io.banku.record.FramingException;
import io.banku.record.RecordSource;
import java.io.IOException;
import java.io.PrintWriter;

/** One file's way through {@code banku decode} by its copybook; its memory does not grow with the file. */
final class Decoding {
    private final RecordForm form;
    private final Wanted wanted;
    private final Selection selection;
    private final RejectLines rejects;
    private final DecodeTally tally;
    private final PrintWriter out;

    /**
     * @param rejects where records go that do not decode; null where their form shows them
     */
    Decoding(
            RecordForm form,
            Wanted wanted,
            Selection selection,
            RejectLines rejects,
            DecodeTally tally,
            PrintWriter out) {
        this.form = form;
        this.wanted = wanted;
        this.selection = selection;
        this.rejects = rejects;
        this.tally = tally;
        this.out = out;
    }

    void run(RecordSource source) throws IOException, FramingException {
        Frame frame = new Frame();
        boolean isWanted = true;
        while (isWanted && source.next(frame)) {
            tally.read(frame.number);
            if (selection.includes(frame.number)) {
                show(frame);
            }
            isWanted = !selection.endsWith(frame.number) && !tally.isReaderGone(out);
        }
        tally.requireAny(selection);
        tally.mayBe(source.otherFraming(), source.otherEncoding());
        tally.marked(source.isMarked());
    }

    private void show(Frame frame) throws IOException {
        try {
            if (!wanted.includes(frame)) {
                tally.leftOut();
                return;
            }
            form.show(frame);
            tally.shown();
        } catch (FieldException told) {
            tally.refused();
            if (rejects != null) {
                rejects.write(RejectLines.of(frame, told));
            }
        }
    }
}
