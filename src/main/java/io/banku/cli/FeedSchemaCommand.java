package io.banku.cli;

import io.banku.feed.FeedSchema;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code banku feed schema}: what editors complete and check a {@code feed.yaml} by. */
@Command(
        name = "schema",
        description =
                "Print the JSON Schema of feed.yaml. Editors with YAML's language server complete and check a definition by it,"
                        + " if the definition's first line names it.",
        footer = {
            "%nExample: banku feed schema > feeds/feed.schema.json",
            "The first line of feeds/NAME/feed.yaml is then: # yaml-language-server: $$schema=../feed.schema.json"
        })
final class FeedSchemaCommand implements Callable<ExitCode> {
    @Spec
    private CommandSpec spec;

    @Override
    public ExitCode call() {
        spec.commandLine().getOut().print(FeedSchema.text());
        return ExitCode.CLEAN;
    }
}
