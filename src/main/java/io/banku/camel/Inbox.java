package io.banku.camel;

import io.banku.batch.CompleteFiles;
import io.banku.batch.Intake;
import java.io.File;
import java.io.IOException;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileFilter;

/** The inbox as Camel's file endpoint sees it: only complete files, and each is taken out by a rename. */
public final class Inbox implements GenericFileFilter<File> {
    private final CompleteFiles complete;
    private final Intake intake;

    public Inbox(CompleteFiles complete, Intake intake) {
        this.complete = complete;
        this.intake = intake;
    }

    @Override
    public boolean accept(GenericFile<File> file) {
        return !file.isDirectory() && complete.isComplete(file.getFile().toPath());
    }

    public void take(File file) throws IOException {
        intake.take(file.toPath());
    }
}
