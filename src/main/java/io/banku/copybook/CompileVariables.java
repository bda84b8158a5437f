package io.banku.copybook;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What {@code >>DEFINE} and the options say of the names that conditions ask for; case does not matter. */
final class CompileVariables {
    private final Map<String, String> given = new HashMap<>();
    private final Map<String, String> values = new HashMap<>();

    /** By name, the files that asked for it. */
    private final Map<String, Set<String>> asked = new HashMap<>();

    private final Faults faults;

    CompileVariables(Map<String, String> given, Faults faults) {
        given.forEach((name, value) -> this.given.put(upper(name), value));
        this.values.putAll(this.given);
        this.faults = faults;
    }

    boolean isDefined(String name, Place at) {
        asked.computeIfAbsent(upper(name), each -> new HashSet<>()).add(at.file());
        return values.containsKey(upper(name));
    }

    /** Null when nobody said it, which is told. */
    String value(String name, Place at) {
        if (!isDefined(name, at)) {
            faults.add(
                    at,
                    "expected a value of " + upper(name) + ", found none; say it by define: { " + upper(name)
                            + ": … } in the feed, or by --define " + upper(name) + "=…");
        }
        return values.get(upper(name));
    }

    /** Null where the options do not say it. */
    String parameter(String name) {
        return given.get(upper(name));
    }

    /**
     * A name may be given a value after a question whether it has one. But a text is read before the members that it
     * copies: what one of them says would come too late for it.
     *
     * @param value null for {@code OFF}
     */
    void define(String name, String value, boolean isOverride, Place at) {
        String before = values.get(upper(name));
        if (before != null && value != null && !before.equals(value) && !isOverride) {
            faults.add(at, "expected " + upper(name) + " to stay " + before + ", or OVERRIDE; found " + value);
        } else if (!Objects.equals(before, value) && isAskedElsewhere(name, at)) {
            faults.add(
                    at,
                    "expected >>DEFINE of " + upper(name) + " in the copybook, as a condition there asks for it;"
                            + " found it in a member");
        }
        if (value == null) {
            values.remove(upper(name));
        } else {
            values.put(upper(name), value);
        }
    }

    private boolean isAskedElsewhere(String name, Place at) {
        return asked.getOrDefault(upper(name), Set.of()).stream().anyMatch(file -> !file.equals(at.file()));
    }

    private static String upper(String name) {
        return name.toUpperCase(Locale.ROOT);
    }
}
