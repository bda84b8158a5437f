package io.banku.cli;

import io.banku.settings.Setting;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Writes a configuration file in which everything is explained and nothing is set. */
@Command(
        name = "keys",
        description = "Write a configuration file that explains every setting and sets none.",
        footer = "%nExample: banku config keys > banku.properties")
final class ConfigKeysCommand implements Callable<ExitCode> {
    @Spec
    private CommandSpec spec;

    @Override
    public ExitCode call() {
        PrintWriter out = spec.commandLine().getOut();
        for (Setting<?> setting : Setting.all()) {
            out.println("# " + setting.meaning());
            out.println("# " + setting.expected() + "; or " + setting.environmentVariable());
            out.println("#" + setting.key() + " = " + setting.standard());
            out.println();
        }
        out.println(
                "# any property of the Kafka clients, security for example; or BANKU_KAFKA_PROPERTIES_SECURITY_PROTOCOL");
        out.println("#banku.kafka.properties.security.protocol = SASL_SSL");
        return ExitCode.CLEAN;
    }
}
