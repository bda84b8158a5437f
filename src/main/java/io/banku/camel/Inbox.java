package io.banku.camel;

import io.banku.batch.InboxWatch;
import java.io.File;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileFilter;

/** The inbox as Camel's file endpoint sees it: only complete files, and each is taken out by a rename. */
public final class Inbox implements GenericFileFilter<File> {
    private final InboxWatch watch;
    private final Runnable looked;

    /** @param looked is run after each look */
    public Inbox(InboxWatch watch, Runnable looked) {
        this.watch = watch;
        this.looked = looked;
    }

    /** Never fails: one file's name must not end the listing of all. */
    @Override
    public boolean accept(GenericFile<File> file) {
        try {
            return !file.isDirectory() && watch.isReady(file.getFile().toPath());
        } catch (InvalidPathException unreadable) {
            return false;
        }
    }

    public void take(File file) {
        watch.take(file.toPath());
    }

    /** What Camel does not see, or waits for. */
    public void lookOver() throws IOException {
        watch.look();
        looked.run();
    }
}
