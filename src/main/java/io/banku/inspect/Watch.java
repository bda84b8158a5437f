package io.banku.inspect;

import java.io.InputStream;

/** Sees how far a file is read: it gives back the stream to read from. A file is opened several times. */
@FunctionalInterface
public interface Watch {
    /** Nobody looks. */
    Watch NONE = file -> file;

    InputStream over(InputStream file);
}
