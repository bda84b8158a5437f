package io.banku.inspect;

/**
 * What would have to be otherwise for the copybook to fit. Immutable.
 *
 * @param told as a condition: {@code TX-CCY were PIC X(3)}
 * @param legal records of the sample that would be legal
 * @param gain in bits, for each record, less what makes it far-fetched
 */
public record Proposal(String told, int legal, double gain) {}
