package io.banku.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.banku.log.EventLog;
import io.banku.settings.Setting;
import io.banku.view.ViewKeys;
import java.io.PrintWriter;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code banku account key}: in which partition of the log and under which key of Redis an account is. Asks nobody. */
@Command(
        name = "key",
        description = {
            "Tell the partition of Kafka and the key of Redis of an account.",
            "Computed of the id and banku.partitions; whether there is such an account is not asked."
        })
final class AccountKeyCommand implements Callable<ExitCode> {
    @Parameters(paramLabel = "ID", description = "The account's id with all its zeros, 0000004711 for example.")
    private String id;

    @Option(names = "--json", description = "Write one JSON object.")
    private boolean json;

    @Mixin
    private SettingsOption options;

    @Spec
    private CommandSpec spec;

    @Override
    public ExitCode call() {
        int partition = EventLog.partition(id, options.read(Map.of()).get(Setting.PARTITIONS));
        String key = ViewKeys.account(partition, id);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(JsonMapper.builder()
                    .build()
                    .createObjectNode()
                    .put("account", id)
                    .put("partition", partition)
                    .put("redisKey", key));
        } else {
            out.println("partition  " + partition);
            out.println("redis key  " + key);
        }
        return ExitCode.CLEAN;
    }
}
