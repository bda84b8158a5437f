package io.banku.copybook;

import io.banku.copybook.Word.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Text words, put together as the code that they are; knows the place of every character. Immutable. */
final class Code {
    private static final char STAND_IN = '?';

    private final String text;
    private final TreeMap<Integer, Place> places;
    private final Map<Integer, String> missing;

    private Code(String text, TreeMap<Integer, Place> places, Map<Integer, String> missing) {
        this.text = text;
        this.places = places;
        this.missing = missing;
    }

    /** @param file where the first word stands, if there is one */
    static Code of(String file, List<Word> words) {
        StringBuilder text = new StringBuilder();
        TreeMap<Integer, Place> places = new TreeMap<>();
        Map<Integer, String> missing = new HashMap<>();
        places.put(0, new Place(file, 1, 1));
        for (Word word : words) {
            text.append(word.gap());
            places.put(text.length(), word.at());
            if (word.is(Kind.MISSING)) {
                missing.put(text.length(), word.text());
                text.append(STAND_IN);
            } else {
                text.append(word.text());
            }
        }
        return new Code(text.toString(), places, missing);
    }

    String text() {
        return text;
    }

    Place place(int index) {
        Map.Entry<Integer, Place> word = places.floorEntry(index);
        Place at = word.getValue();
        return new Place(at.file(), at.line(), at.column() + index - word.getKey());
    }

    /** What the COPY statement looked for that could not bring it, or null where none stood. */
    String missing(int index) {
        return missing.get(index);
    }
}
