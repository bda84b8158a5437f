package io.banku.bench.pipe;

import java.util.HashMap;
import java.util.Map;

/** {@code [FILE] --name value …} */
record Options(String file, Map<String, String> named) {
    static Options of(String[] arguments) {
        String file = null;
        Map<String, String> named = new HashMap<>();
        for (int i = 1; i < arguments.length; i++) {
            if (arguments[i].startsWith("--") && i + 1 < arguments.length) {
                named.put(arguments[i].substring(2), arguments[++i]);
            } else {
                file = arguments[i];
            }
        }
        return new Options(file, named);
    }

    /** @param otherwise null where it has to be given */
    String text(String name, String otherwise) {
        String value = named.getOrDefault(name, otherwise);
        if (value == null) {
            throw new IllegalArgumentException("expected --" + name + ", found " + named.keySet());
        }
        return value;
    }

    int number(String name, int otherwise) {
        return Integer.parseInt(text(name, Integer.toString(otherwise)));
    }
}
