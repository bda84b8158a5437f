package io.banku.batch;

import java.io.IOException;

/** Neither the entries of a version of a reference are there nor its file, of which they could be made again. */
final class EntriesGoneException extends IOException {
    static final String CODE = "BNK-5098";
    private static final long serialVersionUID = 1L;

    EntriesGoneException(String message, Throwable cause) {
        super(CODE + " " + message, cause);
    }

    Finding finding() {
        return new Finding(CODE, getMessage().substring(CODE.length() + 1));
    }
}
