package io.banku.inspect;

import java.util.List;

/**
 * In what the texts are written.
 *
 * @param names as {@code encoding:} has them, equally good ones; empty where nothing is known
 * @param told the evidence, a sentence
 */
public record Encoding(Encodings.Family family, List<String> names, String told) {}
