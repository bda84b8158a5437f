package io.banku.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code banku breaks acknowledge}: somebody knows why. */
@Command(name = "acknowledge", description = "Say why a break needs nothing more; nothing moves by that.")
final class BreaksAcknowledgeCommand extends BankCommand {
    @Parameters(paramLabel = "ACCOUNT/NUMBER", description = "The break as breaks list shows it.")
    private String found;

    @Mixin
    private GroundsOptions grounds;

    @Spec
    private CommandSpec spec;

    @Override
    String path() {
        return AsideId.ofBreak(found, spec.commandLine()).path("acknowledgements");
    }

    @Override
    Map<String, String> body() {
        Map<String, String> body = new LinkedHashMap<>();
        body.put("break", AsideId.ofBreak(found, spec.commandLine()).name());
        grounds.to(body);
        return body;
    }
}
