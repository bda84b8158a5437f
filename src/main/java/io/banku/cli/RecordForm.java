package io.banku.cli;

import io.banku.record.FieldException;
import io.banku.record.Frame;
import java.io.IOException;

/** How records are shown. */
interface RecordForm {
    /** @throws FieldException when the record does not decode; that was told to the reader */
    void show(Frame frame) throws FieldException, IOException;
}
