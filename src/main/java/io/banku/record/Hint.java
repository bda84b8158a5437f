package io.banku.record;

/**
 * What a file that is read may be, if not what was said of it.
 *
 * @param code stable, {@code BNK-nnnn}
 */
public record Hint(String code, String told) {}
