package io.banku.camel;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** What {@code problems.yaml} says of a kind of problem. */
record ProblemText(String title, String whatToDo) {
    private static final String FILE = "problems.yaml";
    private static final Map<?, ?> ALL = read();

    /** @throws IllegalStateException when the file does not say both */
    static ProblemText of(String slug) {
        if (ALL.get(slug) instanceof Map<?, ?> said
                && said.get("title") instanceof String title
                && said.get("what-to-do") instanceof String whatToDo) {
            return new ProblemText(title, whatToDo);
        }
        throw new IllegalStateException(
                "expected title and what-to-do of " + slug + " in " + FILE + ", found " + ALL.get(slug));
    }

    /** The kinds that the file knows. */
    static Set<?> slugs() {
        return ALL.keySet();
    }

    private static Map<?, ?> read() {
        try (InputStream file = ProblemText.class.getResourceAsStream(FILE)) {
            return (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromInputStream(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
