package io.banku.camel;

import io.banku.account.Command.OpenAccount;
import io.banku.account.Decline;
import io.banku.log.EventLog;
import io.banku.view.Outcome;
import io.banku.view.Outcomes;
import io.banku.view.SlotState;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import org.apache.camel.Exchange;
import org.apache.camel.Header;
import org.apache.camel.Message;

/** Answers about commands: 201 and 422 say what an outcome says, 202 that the log holds the command. */
public final class CommandAnswers {
    private final Outcomes outcomes;
    private final IntFunction<SlotState> slots;
    private final int partitions;

    /** @param slots where a partition's view stands */
    public CommandAnswers(Outcomes outcomes, IntFunction<SlotState> slots, int partitions) {
        this.outcomes = outcomes;
        this.slots = slots;
        this.partitions = partitions;
    }

    /** Of a POST, whose command is in the log and may have its outcome. */
    public void answer(Exchange exchange) {
        CommandInTransit command = CommandInTransit.of(exchange);
        Outcome outcome = command.outcome();
        String path = Problems.path(exchange);
        if (outcome == null) {
            queued(exchange, command);
        } else if (!outcome.fingerprint().equals(command.submission().fingerprint())) {
            throw new ProblemException(
                    Problem.IDEMPOTENCY_KEY_REUSED,
                    "expected the request that this key was first used with, found one that says something else");
        } else if (outcome.isAccepted()) {
            accepted(exchange, command);
        } else {
            Map<String, Object> body = Problems.document(Problem.COMMAND_DECLINED, outcome.detail(), path);
            body.put("type", "/problems/" + outcome.reason());
            body.put(
                    "title",
                    Decline.ofSlug(outcome.reason()).map(Decline::meaning).orElse(Problem.COMMAND_DECLINED.title()));
            body.put("reason", outcome.reason());
            body.put("commandId", command.submission().id());
            Problems.tell(exchange, Problem.COMMAND_DECLINED, body);
            Message answer = exchange.getMessage();
            answer.setHeader("Banku-Position", CommandDocument.position(outcome, command.partition()));
            replayed(answer, command);
        }
    }

    /** Of a GET: 200 with what became of it. */
    public void outcome(@Header("id") String escaped, @Header("commandId") String commandId, Exchange exchange) {
        String account = PathText.of("id", escaped);
        int partition = EventLog.partition(account, partitions);
        Outcome outcome = outcomes.find(partition, Set.of(commandId)).get(commandId);
        if (outcome == null || !outcome.account().equals(account)) {
            ProblemException.unlessCurrent(partition, slots.apply(partition));
            throw new ProblemException(
                    Problem.OUTCOME_NOT_FOUND,
                    "expected a command of account " + account + " with an outcome, found none");
        }
        Message answer = Answers.json(exchange, 200, CommandDocument.of(commandId, outcome, partition));
        answer.setHeader("Banku-Position", CommandDocument.position(outcome, partition));
    }

    private static void accepted(Exchange exchange, CommandInTransit command) {
        String id = command.submission().id();
        Outcome outcome = command.outcome();
        boolean isRepresentation = command.preference().isRepresentation();
        CommandDocument document = CommandDocument.of(id, outcome, command.partition());
        Message answer = Answers.json(exchange, 201, isRepresentation ? document : document.withoutAccount());
        if (isRepresentation) {
            answer.setHeader("Preference-Applied", "return=representation");
        }
        boolean isOpening = command.submission().command() instanceof OpenAccount;
        answer.setHeader("Location", isOpening ? accountPath(outcome.account()) : commandPath(outcome.account(), id));
        answer.setHeader("Banku-Position", CommandDocument.position(outcome, command.partition()));
        replayed(answer, command);
    }

    private static void queued(Exchange exchange, CommandInTransit command) {
        String account = command.submission().command().account();
        String id = command.submission().id();
        Message answer = Answers.json(exchange, 202, CommandDocument.queued(command.submission()));
        answer.setHeader("Location", commandPath(account, id));
        answer.setHeader("Retry-After", Problems.RETRY_AFTER_SECONDS);
        if (command.preference().isRespondAsync()) {
            answer.setHeader("Preference-Applied", "respond-async");
        }
    }

    private static void replayed(Message answer, CommandInTransit command) {
        if (command.isReplayed()) {
            answer.setHeader("Idempotency-Replayed", "true");
        }
    }

    private static String accountPath(String account) {
        return "/api/v1/accounts/"
                + URLEncoder.encode(account, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String commandPath(String account, String commandId) {
        return accountPath(account) + "/commands/" + commandId;
    }
}
