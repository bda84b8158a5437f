package io.banku.copybook;

/** One fault of a text that a person wrote; lines and columns count from 1. Reads as {@code FILE:12:8: message}. */
public record Fault(String file, int line, int column, String message) {
    @Override
    public String toString() {
        return file + ":" + line + ":" + column + ": " + message;
    }
}
