package io.banku;

import java.util.List;

/** The surroundings are not as they must be; all faults at once, each with what was expected, found and is to be done. */
public final class StartException extends RuntimeException {
    public StartException(List<String> faults) {
        super(String.join("\n", faults));
    }
}
