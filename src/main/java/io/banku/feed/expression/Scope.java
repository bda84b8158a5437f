package io.banku.feed.expression;

import io.banku.record.Frame;
import java.time.LocalDate;

/** What the expressions may look at: the record, the header and parents before it, the file. One per batch being read; one thread. */
public final class Scope {
    private final Frame record = new Frame();
    private final String fileName;
    private final LocalDate fileDate;
    private final long fileSequence;
    private final Parents parents;
    private final Lookups lookups;
    private Frame header;

    /**
     * @param fileDate null, and {@code fileSequence} anything, where the file's name has none: then nobody asks
     * @param carriers how many rules carry fields on
     */
    public Scope(String fileName, LocalDate fileDate, long fileSequence, int carriers, Lookups lookups) {
        this.lookups = lookups;
        this.fileName = fileName;
        this.fileDate = fileDate;
        this.fileSequence = fileSequence;
        this.parents = new Parents(carriers);
    }

    /** The record being read; always the same object. */
    public Frame record() {
        return record;
    }

    /** The header, or null as long as there was none. */
    public Frame header() {
        return header;
    }

    /** From now on the header is {@code frame}, whose bytes do not change any more. */
    public void header(Frame frame) {
        header = frame;
    }

    /** The records before this one whose fields it may use. */
    public Parents parents() {
        return parents;
    }

    /** What other feeds' files say. */
    public Lookups lookups() {
        return lookups;
    }

    String fileName() {
        return fileName;
    }

    LocalDate fileDate() {
        return fileDate;
    }

    long fileSequence() {
        return fileSequence;
    }
}
