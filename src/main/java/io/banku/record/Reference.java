package io.banku.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A COBOL reference taken apart: {@code A OF B (2, 3)}, also written {@code A(2, 3) IN B}. Names are in upper case. */
record Reference(String name, List<String> qualifiers, List<Integer> subscripts) {
    private static final String NAME = "[A-Z0-9_@#$-]+";
    private static final Pattern WHOLE = Pattern.compile("(" + NAME + ")((?:\\s+(?:OF|IN)\\s+" + NAME
            + "|\\s*\\(\\s*\\d{1,9}(?:(?:\\s*,\\s*|\\s+)\\d{1,9})*\\s*\\))*)");
    private static final Pattern QUALIFIER = Pattern.compile("(?:OF|IN)\\s+(" + NAME + ")");
    private static final Pattern SUBSCRIPTS = Pattern.compile("\\(([^)]*)\\)");

    /** @throws IllegalArgumentException when it is not such a reference */
    static Reference parse(String text) {
        Matcher whole = WHOLE.matcher(text.strip().toUpperCase(Locale.ROOT));
        if (!whole.matches()) {
            throw new IllegalArgumentException("expected a name such as A, A OF B or A(2), found '" + text + "'");
        }
        List<String> qualifiers = new ArrayList<>();
        List<Integer> subscripts = new ArrayList<>();
        Matcher qualifier = QUALIFIER.matcher(whole.group(2));
        while (qualifier.find()) {
            qualifiers.add(qualifier.group(1));
        }
        Matcher list = SUBSCRIPTS.matcher(whole.group(2));
        while (list.find()) {
            for (String subscript : list.group(1).strip().split("[\\s,]+")) {
                subscripts.add(Integer.valueOf(subscript));
            }
        }
        return new Reference(whole.group(1), qualifiers, subscripts);
    }
}
