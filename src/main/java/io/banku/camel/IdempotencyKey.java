package io.banku.camel;

import java.util.List;
import java.util.regex.Pattern;

/**
 * The header {@code Idempotency-Key}. It comes as it is, or as a string of structured fields (RFC 9651), as its draft
 * standard has it: {@code k} and {@code "k"} are one key, or a client whose library changes from one form to the other would
 * move money twice.
 */
final class IdempotencyKey {
    static final String HEADER = "Idempotency-Key";

    private static final int LONGEST = 64;
    private static final Pattern VISIBLE = Pattern.compile("[!-~]+");
    /** Only a quote and a backslash may be escaped, and they have to be. */
    private static final Pattern STRING = Pattern.compile("\"(?:[ !#-\\[\\]-~]|\\\\[\"\\\\])*\"");

    private IdempotencyKey() {}

    /** The key that a header means; "" and a fault where it is none. */
    static String of(Object header, List<RequestFault> faults) {
        String found = null;
        String key = "";
        if (header == null) {
            found = "none";
        } else if (!(header instanceof String text)) {
            found = "several";
        } else if (text.startsWith("\"") && !STRING.matcher(text).matches()) {
            found = "one that begins with a quotation mark and is no such string";
        } else {
            key = QuotedText.unquoted(text);
            found = fault(key);
        }
        if (found == null) {
            return key;
        }
        faults.add(RequestFault.inHeader(
                HEADER,
                "1 to " + LONGEST
                        + " visible ASCII characters, as they are or as a string in quotation marks, new for every"
                        + " command and kept for its retries",
                found));
        return "";
    }

    private static String fault(String key) {
        if (key.isEmpty()) {
            return "an empty one";
        }
        if (key.length() > LONGEST) {
            return key.length() + " characters";
        }
        return VISIBLE.matcher(key).matches() ? null : "a blank or another character that is none of these";
    }
}
