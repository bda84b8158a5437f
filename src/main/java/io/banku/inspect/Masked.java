package io.banku.inspect;

import io.banku.record.CodePage;

/** What is left of texts that are not shown. */
final class Masked {
    private Masked() {}

    /** By the page, or by ASCII: which of them it is may be what is wrong. */
    static boolean isLetterOrDigit(byte b, CodePage page) {
        char c = page.character(b);
        return Character.isLetterOrDigit(c) || b < 0x7F && b > 0 && Character.isLetterOrDigit(b);
    }

    /** {@code Huber 12} becomes {@code xxxxx 99}. */
    static String shape(String text) {
        StringBuilder shape = new StringBuilder();
        text.chars().forEach(c -> shape.append(Character.isLetter(c) ? 'x' : Character.isDigit(c) ? '9' : (char) c));
        return shape.toString();
    }
}
