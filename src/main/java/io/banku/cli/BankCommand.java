package io.banku.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * A command to the bank, sent until its answer is final or patience ends; always with the same key, so that it is carried
 * out once at most however often it is sent.
 */
abstract class BankCommand implements Callable<ExitCode> {
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);

    @Option(
            names = "--key",
            paramLabel = "KEY",
            description = "The Idempotency-Key of an earlier try, to repeat it; a new one is made if not given.")
    private String key = UUID.randomUUID().toString();

    @Option(
            names = "--wait",
            paramLabel = "SECONDS",
            defaultValue = "30",
            description = "How long to try for a final answer; ${DEFAULT-VALUE} if not given.")
    private int seconds;

    @Option(names = "--json", description = "Write the answer of the API as it is.")
    private boolean json;

    @Mixin
    private ApiOption options;

    @Spec
    private CommandSpec spec;

    /** Below {@code /api/v1}. */
    abstract String path();

    /** Of what the person gave; the API says what is wrong with it. */
    abstract Map<String, String> body();

    static Map<String, String> body(String amount, String currency, String text) {
        Map<String, String> body = new LinkedHashMap<>();
        body.put("amount", amount);
        body.put("currency", currency);
        body.put("text", text);
        return body;
    }

    @Override
    public ExitCode call() throws InterruptedException {
        // before anything is sent: whatever happens now, the command can be repeated
        spec.commandLine().getErr().println("banku: Idempotency-Key " + key);
        spec.commandLine().getErr().flush();
        Map<String, String> body = body();
        body.values().removeIf(value -> value == null);
        Api.Answer answer = finalAnswer(options.open(), body);
        if (answer.status() >= 400) {
            throw Api.refusal(answer.status(), answer.body());
        }
        tell(answer.body());
        return ExitCode.CLEAN;
    }

    private Api.Answer finalAnswer(Api api, Map<String, String> body) throws InterruptedException {
        Instant deadline = Instant.now().plusSeconds(seconds);
        while (true) {
            Optional<Api.Answer> answer = api.command(path(), key, body);
            if (answer.isPresent() && answer.get().isFinal()) {
                return answer.get();
            }
            if (!Instant.now().plus(BETWEEN_TRIES).isBefore(deadline)) {
                throw unknown(answer);
            }
            Thread.sleep(BETWEEN_TRIES.toMillis());
        }
    }

    private CommandException unknown(Optional<Api.Answer> last) {
        String found = last.map(answer -> answer.status() == 202
                        ? "it queued: it will be carried out once"
                        : answer.status() + " " + answer.body().path("code").asText() + " "
                                + answer.body().path("detail").asText())
                .orElse("none: no bridge answers at --api, or BANKU_API");
        return new CommandException(
                ExitCode.ENVIRONMENT,
                "expected a final answer within " + seconds + " seconds, found " + found
                        + ". Repeat the same command with --key " + key
                        + ", which carries it out once at most; without it, it could be carried out twice. The bridge"
                        + " remembers the key for banku.commands.kept, 24 hours unless it is set otherwise: five minutes"
                        + " before that is over it is too late to repeat; see what became of the account then (banku"
                        + " account show).");
    }

    private void tell(JsonNode command) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(command);
            return;
        }
        JsonNode balance = command.path("balance");
        out.println(
                command.path("state").asText() + ": " + command.path("event").asText() + ", account "
                        + command.path("account").asText()
                        + (balance.isMissingNode()
                                ? ""
                                : ", balance " + balance.path("amount").asText() + " "
                                        + balance.path("currency").asText()));
    }
}
