package io.banku.settings;

import java.util.List;

/** All the faults of all sources at once, one line each: where, what was expected, what was found. */
public final class SettingsException extends RuntimeException {
    private final transient List<String> faults;

    SettingsException(List<String> faults) {
        super((faults.size() == 1 ? "One setting is" : faults.size() + " settings are")
                + " wrong; nothing was started:\n  " + String.join("\n  ", faults));
        this.faults = List.copyOf(faults);
    }

    public List<String> faults() {
        return faults;
    }
}
