package io.banku.settings;

import java.util.Map;

/**
 * What a command says of settings beside those who run it. Immutable.
 *
 * @param preferred what it takes where nobody says otherwise
 * @param fixed what it is about and nobody may change; wins over everything
 * @param ownServers whether it starts its servers itself: how others are to be reached says nothing of them
 */
public record ForCommand(Map<Setting<?>, String> preferred, Map<Setting<?>, String> fixed, boolean ownServers) {
    public ForCommand {
        preferred = Map.copyOf(preferred);
        fixed = Map.copyOf(fixed);
    }

    static ForCommand fixing(Map<Setting<?>, String> fixed) {
        return new ForCommand(Map.of(), fixed, false);
    }
}
