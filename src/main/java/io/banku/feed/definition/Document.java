package io.banku.feed.definition;

import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** YAML text becomes its outermost {@link Section}. Scalars stay the text they are: no type is guessed. */
public final class Document {
    private Document() {}

    /** Empty, with a fault told, when it is not YAML or not a mapping. */
    public static Optional<Section> read(String yaml, String what, Faults faults) {
        try {
            var root = new Compose(LoadSettings.builder().build()).composeString(yaml);
            if (root.isEmpty()) {
                faults.add(1, 1, "expected " + what + ", found an empty file");
            }
            Optional<Section> section = root.flatMap(node -> new Item(node, what, faults).section());
            section.ifPresent(Todos::tell);
            return section;
        } catch (MarkedYamlEngineException fault) {
            Optional<Mark> mark = fault.getProblemMark().or(fault::getContextMark);
            int line = mark.map(Mark::getLine).orElse(0);
            faults.add(
                    line + 1,
                    mark.map(Mark::getColumn).orElse(0) + 1,
                    "not YAML: " + fault.getProblem() + YamlAdvice.of(yaml, line));
        } catch (YamlEngineException fault) {
            faults.add(1, 1, "not YAML: " + fault.getMessage());
        }
        return Optional.empty();
    }
}
