package io.banku.cli;

import io.banku.Banku;
import io.banku.settings.Role;
import io.banku.settings.Setting;
import io.banku.settings.Settings;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code banku run}: the bridge itself, until it is told to end. */
@Command(
        name = "run",
        description = "Run the bridge on the Kafka and the Redis that the settings name, until it is told to end.")
final class RunCommand implements Callable<ExitCode> {
    @Mixin
    private SettingsOption options;

    @Spec
    private CommandSpec spec;

    @Override
    public ExitCode call() throws Exception {
        Settings settings = options.read(Map.of());
        CountDownLatch ended = new CountDownLatch(1);
        Banku banku = Banku.start(settings);
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            banku.close();
                            ended.countDown();
                        },
                        "banku-stop"));
        spec.commandLine().getErr().println("banku: running" + what(settings));
        ended.await();
        return ExitCode.CLEAN;
    }

    private static String what(Settings settings) {
        StringBuilder what = new StringBuilder(" as " + settings.shown(Setting.ROLES));
        if (settings.get(Setting.ROLES).contains(Role.INGEST)) {
            what.append("; inbox ").append(settings.shown(Setting.INBOX));
        }
        if (settings.get(Setting.ROLES).contains(Role.QUERIES)) {
            what.append("; API http://" + settings.shown(Setting.HTTP_HOST) + ":" + settings.shown(Setting.HTTP_PORT));
        }
        return what.toString();
    }
}
