package io.banku.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.banku.account.Command;
import io.banku.account.Command.AcknowledgeBreak;
import io.banku.account.Command.Deposit;
import io.banku.account.Command.Movement;
import io.banku.account.Command.OpenAccount;
import io.banku.account.Command.Transfer;
import io.banku.account.Command.Unreadable;
import io.banku.account.Command.Withdraw;
import io.banku.account.Money;
import io.banku.log.RawRecord;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Commands ⇄ records of {@code banku.commands}: the key is the account that the command is addressed to, the value a JSON
 * object, the attributes are headers of the CloudEvents 1.0 Kafka binding in binary mode. A property that is not known
 * is absent.
 */
public final class CommandRecords {
    /** More would not fit one record of the log any more, twice and with its headers, as a transfer's legs need it. */
    static final int MOST_BYTES = 65_536;

    private static final int MOST_SAID = 200;

    private static final ObjectMapper JSON = new ObjectMapper();

    private CommandRecords() {}

    public static String key(Submission submission) {
        return submission.command().account();
    }

    public static byte[] value(Submission submission) {
        return value(submission.command());
    }

    public static Map<String, String> headers(Submission submission) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("ce_specversion", "1.0");
        headers.put("ce_id", submission.id());
        headers.put("ce_type", type(submission.command()));
        headers.put("ce_source", "/api");
        headers.put("ce_time", submission.receivedAt().toString());
        headers.put("content-type", "application/json");
        headers.put("ce_subject", submission.command().account());
        headers.put("ce_fingerprint", submission.fingerprint());
        headers.put("ce_principal", submission.principal());
        return headers;
    }

    static String type(Command command) {
        return command.getClass().getSimpleName();
    }

    /** Always the same bytes for the same command: the fingerprint is made of them. */
    static byte[] value(Command command) {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("account", command.account());
        if (command instanceof Movement movement) {
            properties.put("amount", movement.amount().amount());
        }
        if (command.currency() != null) {
            properties.put("currency", command.currency().getCurrencyCode());
        }
        if (command instanceof OpenAccount opening) {
            properties.put("holder", opening.holder());
        } else if (command instanceof Deposit deposit) {
            properties.put("text", deposit.text());
            properties.put("reference", deposit.reference());
        } else if (command instanceof Withdraw withdrawal) {
            properties.put("text", withdrawal.text());
            properties.put("reference", withdrawal.reference());
        } else if (command instanceof Transfer transfer) {
            properties.put("target", transfer.target());
            properties.put("text", transfer.text());
        }
        if (command instanceof AcknowledgeBreak acknowledgement) {
            properties.put("break", Long.toString(acknowledgement.number()));
            properties.put("reason", acknowledgement.reason());
            properties.put("by", acknowledgement.by());
        }
        properties.values().removeIf(value -> value == null);
        try {
            return JSON.writeValueAsBytes(properties);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * A command that this version cannot read is one all the same, and is declined, where it says whose it is.
     *
     * @throws CommandFormatException with what was expected and found, where it does not
     */
    public static QueuedCommand read(RawRecord record) throws CommandFormatException {
        try {
            if (record.key() == null) {
                throw new IllegalArgumentException("no key");
            }
            Submission submission = new Submission(
                    header(record, "ce_id"),
                    command(record),
                    attribute(record, "principal"),
                    Instant.parse(header(record, "ce_time")));
            return new QueuedCommand(submission, required(record, "fingerprint"), record.offset(), record.time());
        } catch (IllegalArgumentException | DateTimeException malformed) {
            throw new CommandFormatException(
                    "BNK-5020 banku.commands, partition " + record.partition() + ", offset " + record.offset()
                            + ": expected a command, found: " + malformed.getMessage(),
                    malformed);
        }
    }

    private static Command command(RawRecord record) {
        try {
            required(record, "principal");
            Command command = command(header(record, "ce_type"), properties(record.value()));
            if (!command.account().equals(record.key())) {
                throw new IllegalArgumentException(
                        "expected the key's account " + record.key() + " in the value, found " + command.account());
            }
            return command;
        } catch (JsonProcessingException noJson) {
            return unreadable(record, noJson.getOriginalMessage());
        } catch (IllegalArgumentException | IOException unknown) {
            return unreadable(record, unknown.getMessage());
        }
    }

    /** What is wrong goes into an event and an answer: not whatever somebody sent, at any length. */
    private static Unreadable unreadable(RawRecord record, String found) {
        return new Unreadable(record.key(), found.length() > MOST_SAID ? found.substring(0, MOST_SAID) + "…" : found);
    }

    private static Command command(String type, JsonNode properties) {
        String account = required(properties, "account");
        if (type.equals("AcknowledgeBreak")) {
            long number = Long.parseLong(required(properties, "break"));
            return new AcknowledgeBreak(account, number, required(properties, "reason"), required(properties, "by"));
        }
        Currency currency = currency(required(properties, "currency"));
        if (type.equals("OpenAccount")) {
            return new OpenAccount(account, currency, text(properties, "holder"));
        }
        Money amount = Money.parse(required(properties, "amount"), currency);
        String text = text(properties, "text");
        return switch (type) {
            case "Deposit" -> new Deposit(account, amount, text, text(properties, "reference"));
            case "Withdraw" -> new Withdraw(account, amount, text, text(properties, "reference"));
            case "Transfer" -> new Transfer(account, required(properties, "target"), amount, text);
            default -> throw new IllegalArgumentException("a command type that this version does not know: " + type);
        };
    }

    private static Currency currency(String code) {
        try {
            return Currency.getInstance(code);
        } catch (IllegalArgumentException unknown) {
            throw new IllegalArgumentException("a currency that this version does not know: " + code, unknown);
        }
    }

    private static JsonNode properties(byte[] value) throws IOException {
        if (value != null && value.length > MOST_BYTES) {
            throw new IllegalArgumentException("more than at most " + MOST_BYTES + " bytes: " + value.length);
        }
        JsonNode properties = value == null ? null : JSON.readTree(value);
        if (properties == null || !properties.isObject()) {
            throw new IllegalArgumentException("no JSON object");
        }
        return properties;
    }

    private static String required(JsonNode properties, String name) {
        String text = text(properties, name);
        if (text == null) {
            throw new IllegalArgumentException("no property " + name);
        }
        return text;
    }

    private static String text(JsonNode properties, String name) {
        JsonNode property = properties.get(name);
        if (property != null && !property.isTextual()) {
            throw new IllegalArgumentException("the property " + name + " is no JSON string: " + property);
        }
        return property == null ? null : property.textValue();
    }

    private static String required(RawRecord record, String attribute) {
        String text = attribute(record, attribute);
        return text == null ? header(record, "ce_" + attribute) : text;
    }

    /** The first commands had the attributes of our own without {@code ce_}. */
    private static String attribute(RawRecord record, String name) {
        String text = record.headers().get("ce_" + name);
        return text == null ? record.headers().get(name) : text;
    }

    private static String header(RawRecord record, String name) {
        String text = record.headers().get(name);
        if (text == null) {
            throw new IllegalArgumentException("no header " + name);
        }
        return text;
    }
}
