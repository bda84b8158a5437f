package io.banku.batch;

/**
 * Something about a batch that somebody should know.
 *
 * @param code stable, {@code BNK-3nnn} about its content or {@code BNK-4nnn} about its life
 * @param message what was expected, what was found, where, and what to do
 */
public record Finding(String code, String message) {
    @Override
    public String toString() {
        return code + " " + message;
    }
}
