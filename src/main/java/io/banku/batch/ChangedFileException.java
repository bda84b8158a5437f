package io.banku.batch;

/** The file is not any more what was hashed and checked: somebody changed it where nobody should. */
final class ChangedFileException extends RuntimeException {
    ChangedFileException(String message) {
        super(message + "; the file was changed after it was staged: put the" + " staged file back, then release");
    }
}
