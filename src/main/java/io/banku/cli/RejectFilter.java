package io.banku.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which rejects of a batch are meant: those that have all of it. */
final class RejectFilter {
    private static final Set<String> NAMES = Set.of("code", "field", "status");

    @Option(
            names = "--where",
            paramLabel = "NAME=VALUE",
            description = "Only those with this code, field or status, as code=BNK-2006. Can be repeated.")
    private Map<String, String> where = new LinkedHashMap<>();

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    boolean isGiven() {
        return !where.isEmpty();
    }

    boolean isMet(JsonNode reject) {
        where.keySet().forEach(name -> {
            if (!NAMES.contains(name)) {
                CommandLine command = spec.commandLine();
                throw new ParameterException(
                        command, "expected --where code=, field= or status=, found '" + name + "='");
            }
        });
        return where.entrySet().stream()
                .allMatch(each -> each.getValue()
                        .equalsIgnoreCase(
                                each.getKey().equals("status")
                                        ? status(reject)
                                        : reject.path(each.getKey()).asText()));
    }

    static String status(JsonNode reject) {
        return reject.path("status").asText("open");
    }
}
