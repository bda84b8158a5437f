package io.banku.camel;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Where a page of a list begins, as clients get it: nothing to be read or made by them, and good for that list alone. */
final class Cursor {
    private Cursor() {}

    /** @param list its name, without blanks */
    static String of(String list, String place) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((list + " " + place).getBytes(StandardCharsets.UTF_8));
    }

    /** @throws IllegalArgumentException when it is none of this list */
    static String place(String list, String cursor) {
        String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        if (!text.startsWith(list + " ")) {
            throw new IllegalArgumentException("expected a cursor of " + list);
        }
        return text.substring(list.length() + 1);
    }
}
