package io.banku.copybook;

import java.io.IOException;
import java.util.Optional;

/** Where COPY statements find their members. */
@FunctionalInterface
public interface CopyLibrary {
    /** A member's text, and the file name that faults tell. */
    record Member(String file, String text) {}

    CopyLibrary EMPTY = (name, library) -> Optional.empty();

    /**
     * @param name of the member, in upper case where it is no literal
     * @param library that COPY … OF names; empty where it names none
     * @throws CopybookException when it is no text
     * @throws IOException when the member is there and cannot be read, or is there twice
     */
    Optional<Member> find(String name, Optional<String> library) throws IOException;
}
