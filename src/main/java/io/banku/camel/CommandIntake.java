package io.banku.camel;

import io.banku.account.AccountId;
import io.banku.account.Command;
import io.banku.account.Command.OpenAccount;
import io.banku.camel.metrics.Metrics;
import io.banku.command.CommandId;
import io.banku.command.CommandRecords;
import io.banku.command.QueuedCommand;
import io.banku.command.Submission;
import io.banku.log.EventLog;
import io.banku.settings.OpenIds;
import io.banku.view.Outcomes;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.component.kafka.KafkaConstants;

/**
 * The gateway: a request becomes a command in the log. It keeps no state; whatever it knows of a command, it reads from
 * the view.
 */
public final class CommandIntake {
    private final Outcomes outcomes;
    private final int partitions;
    private final OpenIds openIds;
    private final Metrics metrics;

    /** @param openIds under which accounts may be opened here */
    public CommandIntake(Outcomes outcomes, int partitions, OpenIds openIds, Metrics metrics) {
        this.outcomes = outcomes;
        this.partitions = partitions;
        this.openIds = openIds;
        this.metrics = metrics;
    }

    public void opening(Exchange exchange) {
        Instant receivedAt = Arrival.of(exchange);
        List<RequestFault> faults = new ArrayList<>();
        String key = key(exchange, faults);
        byte[] bytes = exchange.getMessage().getBody(byte[].class);
        String named = new CommandForm(StrictBody.read(bytes, new ArrayList<>())).namedAccount();
        String path = "/api/v1/accounts";
        String id = CommandId.of(Caller.of(exchange), "POST", path, named == null ? "" : named, key);
        String account = named == null ? CommandId.account(id) : named;
        Command command = new CommandForm(StrictBody.read(bytes, faults)).opening(account);
        accept(exchange, new Submission(id, command, Caller.of(exchange), receivedAt), faults);
    }

    public void deposit(Exchange exchange) {
        aboutAnAccount(exchange, "deposits", CommandForm::deposit);
    }

    public void withdrawal(Exchange exchange) {
        aboutAnAccount(exchange, "withdrawals", CommandForm::withdrawal);
    }

    public void transfer(Exchange exchange) {
        aboutAnAccount(exchange, "transfers", CommandForm::transfer);
    }

    public void acknowledgement(Exchange exchange) {
        aboutAnAccount(exchange, "acknowledgements", (form, account) -> form.acknowledgement(account, exchange));
    }

    private void aboutAnAccount(Exchange exchange, String resource, CommandForm.Reading reading) {
        Instant receivedAt = Arrival.of(exchange);
        List<RequestFault> faults = new ArrayList<>();
        String key = key(exchange, faults);
        String account = PathText.of("id", exchange.getMessage().getHeader("id", String.class));
        if (!AccountId.isOne(account)) {
            faults.add(RequestFault.inParameter("id", AccountId.EXPECTED, account));
        }
        // made of the path as it is meant, not as it was escaped
        String path = "/api/v1/accounts/" + account + "/" + resource;
        String id = CommandId.of(Caller.of(exchange), "POST", path, "", key);
        StrictBody body = StrictBody.read(exchange.getMessage().getBody(byte[].class), faults);
        Command command = reading.read(new CommandForm(body), account);
        accept(exchange, new Submission(id, command, Caller.of(exchange), receivedAt), faults);
    }

    private static String key(Exchange exchange, List<RequestFault> faults) {
        return IdempotencyKey.of(exchange.getMessage().getHeader(IdempotencyKey.HEADER), faults);
    }

    private void accept(Exchange exchange, Submission submission, List<RequestFault> faults) {
        if (!faults.isEmpty()) {
            throw ProblemException.malformed(faults);
        }
        int partition = EventLog.partition(submission.command().account(), partitions);
        Preference preference = Preference.of(exchange.getMessage().getHeader("Prefer"));
        CommandInTransit command = new CommandInTransit(submission, partition, preference);
        command.came(outcomes.find(partition, Set.of(submission.id())).get(submission.id()));
        if (command.outcome() == null && submission.command() instanceof OpenAccount opening) {
            requireOpen(opening.account()); // what was opened before it was reserved stays answered
        }
        command.travelsWith(exchange);
    }

    private void requireOpen(String account) {
        if (!openIds.contain(account)) {
            throw new ProblemException(
                    Problem.ACCOUNT_RESERVED,
                    "expected an id that banku.http.accounts leaves to the API, found " + account);
        }
    }

    /** Named in the route: a command that has its outcome is not sent again. */
    public boolean isNew(Exchange exchange) {
        return CommandInTransit.of(exchange).outcome() == null;
    }

    /** The message for {@code kafka:banku.commands}. */
    public void record(Exchange exchange) {
        CommandInTransit command = CommandInTransit.of(exchange);
        Submission submission = command.submission();
        Message message = exchange.getMessage();
        message.removeHeaders("*", Exchange.HTTP_PATH); // which a problem names, and which Kafka is not sent
        CommandRecords.headers(submission).forEach(message::setHeader);
        message.setHeader(KafkaConstants.KEY, CommandRecords.key(submission));
        message.setHeader(KafkaConstants.PARTITION_KEY, command.partition());
        message.setBody(new String(CommandRecords.value(submission), StandardCharsets.UTF_8));
        command.handOver();
    }

    /** The decider does not touch what was appended too late: nobody waits for that answer. */
    public void acknowledged(Exchange exchange) {
        CommandInTransit command = CommandInTransit.of(exchange);
        Instant receivedAt = command.submission().receivedAt();
        Instant appendedAt = AppendReceipt.time(exchange);
        metrics.decisions().appended(Duration.between(receivedAt, appendedAt));
        if (QueuedCommand.isLate(receivedAt, appendedAt)) {
            throw new ProblemException(
                    Problem.APPEND_UNKNOWN,
                    "expected the command to be appended within " + QueuedCommand.LATEST_APPEND.toSeconds()
                            + " seconds of its receipt, found it appended at " + appendedAt + ", received at "
                            + receivedAt
                            + "; it will not be carried out. Do the clocks of this process and of Kafka agree?");
        }
    }
}
