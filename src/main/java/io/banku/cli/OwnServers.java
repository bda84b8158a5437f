package io.banku.cli;

import io.banku.embedded.FreePort;
import io.banku.settings.ForCommand;
import io.banku.settings.Role;
import io.banku.settings.Setting;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What {@code demo} and {@code dev} say of settings. Servers and folders are their own: those that the environment names may
 * be a bank's, and its files would end up in a sandbox. All else is heeded. Immutable.
 *
 * @param fixed beside the servers
 */
record OwnServers(Map<Setting<?>, String> preferred, Map<Setting<?>, String> fixed) {
    /** Before the servers are started, so that faults of settings are told at once: nothing listens there. */
    private static final String NOWHERE = "127.0.0.1:1";

    /** @param folder what nothing stays of */
    static OwnServers demo(Path folder, Path samples) {
        Map<Setting<?>, String> fixed = folders(folder);
        fixed.put(Setting.FEEDS, samples.toString());
        // its story needs all of them, and tells requests that anybody can repeat
        fixed.put(Setting.ROLES, allRoles());
        fixed.put(Setting.HTTP_HOST, Setting.HTTP_HOST.standard());
        fixed.put(Setting.PRINCIPALS, Setting.PRINCIPALS.standard());
        fixed.put(Setting.HTTP_ACCOUNTS, Setting.HTTP_ACCOUNTS.standard());
        return new OwnServers(
                Map.of(
                        Setting.HTTP_PORT, Integer.toString(FreePort.near(8080)),
                        Setting.MANAGEMENT_PORT, Integer.toString(FreePort.near(9876))),
                fixed);
    }

    /** @param feeds null where the settings name their folder */
    static OwnServers dev(Path state, Path feeds) {
        Map<Setting<?>, String> fixed = folders(state);
        if (feeds != null) {
            fixed.put(Setting.FEEDS, feeds.toString());
        }
        return new OwnServers(Map.of(), fixed);
    }

    private static Map<Setting<?>, String> folders(Path folder) {
        Map<Setting<?>, String> fixed = new HashMap<>();
        fixed.put(Setting.DATA, folder.toString());
        fixed.put(Setting.INBOX, folder.resolve("inbox").toString());
        return fixed;
    }

    ForCommand beforeTheyStart() {
        return at(NOWHERE, "redis://" + NOWHERE);
    }

    ForCommand at(String kafka, String redis) {
        Map<Setting<?>, String> all = new HashMap<>(fixed);
        all.put(Setting.KAFKA_BOOTSTRAP_SERVERS, kafka);
        all.put(Setting.REDIS_URI, redis);
        all.put(Setting.REPLICATION_FACTOR, "1");
        all.put(Setting.MIN_INSYNC_REPLICAS, "1");
        return new ForCommand(preferred, all, true);
    }

    /** Nobody shall believe that what they set is so. */
    static void tell(String command, List<String> unheeded, PrintWriter err) {
        if (!unheeded.isEmpty()) {
            err.println("banku: " + command + " has servers and folders of its own; not heeded: "
                    + String.join(", ", unheeded));
        }
    }

    private static String allRoles() {
        return Arrays.stream(Role.values())
                .map(role -> role.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(","));
    }
}
