package io.banku.draft;

/**
 * A line of the definition.
 *
 * @param why what stands behind it as a comment; empty where there is nothing to say
 */
record Line(String text, String why) {}
