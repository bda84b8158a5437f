package io.banku.cli;

import java.util.Map;
import picocli.CommandLine.Option;

/** Why an operator wants something, and who it is: where no token says it, the user of this machine. */
final class GroundsOptions {
    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why; it is kept for ever.")
    private String reason;

    void to(Map<String, String> body) {
        body.put("reason", reason);
        body.put("by", System.getProperty("user.name", "operator"));
    }
}
