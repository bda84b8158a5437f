package io.banku.cli;

import io.banku.record.FieldException;
import io.banku.record.Frame;
import io.banku.record.FramingException;
import io.banku.record.RecordSource;
import java.io.IOException;
import java.io.PrintWriter;
import picocli.CommandLine;

/** One file's way through {@code banku decode}; its memory does not grow with the file. */
final class Decoding {
    /** Asking whether the reader of our output is still there flushes it. */
    private static final int RECORDS_BETWEEN_LOOKS = 1_000;

    private final RecordForm form;
    private final Selection selection;
    private final PrintWriter out;
    private final PrintWriter err;
    private long shown;
    private long refused;

    Decoding(RecordForm form, Selection selection, CommandLine command) {
        this.form = form;
        this.selection = selection;
        this.out = command.getOut();
        this.err = command.getErr();
    }

    ExitCode run(RecordSource source) throws IOException, FramingException {
        Frame frame = new Frame();
        boolean isWanted = true;
        while (isWanted && source.next(frame)) {
            if (selection.includes(frame.number)) {
                show(frame);
            }
            isWanted = !selection.endsWith(frame.number) && !isReaderGone();
        }
        if (shown + refused == 0 && selection.first() > 1) {
            throw new CommandException(
                    ExitCode.REFUSED,
                    "expected record " + selection.first() + ", found the end of the file after record "
                            + frame.number);
        }
        out.flush();
        if (refused > 0) {
            err.println("banku: " + refused + " of " + (shown + refused) + " records do not decode");
        }
        return refused > 0 ? ExitCode.REJECTS : ExitCode.CLEAN;
    }

    private void show(Frame frame) throws IOException {
        try {
            form.show(frame);
            shown++;
        } catch (FieldException told) {
            refused++;
        }
    }

    /** Whoever reads a pipe may have seen enough: {@code banku decode … | head}. */
    private boolean isReaderGone() {
        return (shown + refused) % RECORDS_BETWEEN_LOOKS == 0 && out.checkError();
    }
}
