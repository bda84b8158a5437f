package io.banku.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.banku.account.Command;
import io.banku.account.Command.Deposit;
import io.banku.account.Command.OpenAccount;
import io.banku.account.Command.Transfer;
import io.banku.account.Command.Unreadable;
import io.banku.account.Command.Withdraw;
import io.banku.account.Money;
import io.banku.log.RawRecord;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

/** Commands on their way into the records of banku.commands and back, and what makes two of them the same. */
class CommandRecordsTest {
    private static final String ID = "0000004711";
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final Money AMOUNT = Money.parse("125.00", EUR);
    private static final Instant RECEIVED = Instant.parse("2026-11-22T08:00:00Z");

    private static final List<Command> COMMANDS = List.of(
            new OpenAccount(ID, EUR, "GRUBER"),
            new OpenAccount(ID, EUR, null),
            new Deposit(ID, AMOUNT, "Größe €", "R-1"),
            new Deposit(ID, AMOUNT, null, null),
            new Withdraw(ID, AMOUNT, "CASH", "R-1"),
            new Transfer(ID, "0000004712", AMOUNT, "RENT"));

    @ParameterizedTest
    @FieldSource("COMMANDS")
    void aCommandIsReadAsItWasWritten(Command command) throws Exception {
        Submission submission = new Submission("c-1", command, "teller-7", RECEIVED);

        QueuedCommand read = CommandRecords.read(appended(submission, RECEIVED.plusSeconds(1)));

        assertThat(read.submission()).isEqualTo(submission);
        assertThat(read.fingerprint()).isEqualTo(submission.fingerprint());
        assertThat(read.offset()).isEqualTo(77);
        assertThat(read.time()).isEqualTo(RECEIVED.plusSeconds(1));
    }

    @Test
    void aRecordIsAJsonObjectWithTheAttributesOfACloudEvent() {
        Submission submission =
                new Submission("c-1", new Transfer(ID, "0000004712", AMOUNT, null), "teller-7", RECEIVED);

        assertThat(CommandRecords.key(submission)).isEqualTo(ID);
        assertThat(text(CommandRecords.value(submission)))
                .isEqualTo("{\"account\":\"0000004711\",\"amount\":\"125.00\",\"currency\":\"EUR\","
                        + "\"target\":\"0000004712\"}");
        assertThat(CommandRecords.headers(submission))
                .containsEntry("ce_id", "c-1")
                .containsEntry("ce_type", "Transfer")
                .containsEntry("ce_time", "2026-11-22T08:00:00Z")
                .containsEntry("ce_subject", ID)
                .containsEntry("ce_principal", "teller-7")
                .containsEntry("ce_fingerprint", submission.fingerprint());
    }

    /** The first commands had them so, and the topic keeps them for ever. */
    @Test
    void attributesOfOurOwnAreReadWithoutTheirPrefixToo() throws Exception {
        RawRecord now = deposit(record -> record);
        Map<String, String> former = new HashMap<>();
        now.headers()
                .forEach((name, value) -> former.put(name.replaceFirst("^ce_(?=fingerprint|principal)", ""), value));
        former.remove("ce_subject");

        QueuedCommand read = CommandRecords.read(deposit(record -> with(record, text(record.value()), former)));

        assertThat(former).containsKeys("fingerprint", "principal");
        assertThat(read).isEqualTo(CommandRecords.read(now));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{\"account\":\"0000004711\",\"amount\":125.00,\"currency\":\"EUR\"} | amount is no JSON string: 125.0",
                "{\"account\":\"0000004711\",\"amount\":\"125\",\"currency\":\"EUR\"} | exactly 2 decimals",
                "{\"account\":\"0000004711\",\"amount\":\"-1.00\",\"currency\":\"EUR\"} | an amount above zero",
                "{\"account\":\"0000004711\",\"currency\":\"EUR\"} | no property amount",
                "{\"account\":\"0000004712\",\"amount\":\"1.00\",\"currency\":\"EUR\"} | the key's account 0000004711",
                "{\"account\":\"0000004711\",\"amount\":\"1.00\",\"currency\":\"XYZ\"} | does not know: XYZ",
                "[] | no JSON object",
                "{ | Unexpected end-of-input"
            })
    void whatCannotBeReadIsACommandAllTheSameAndSaysWhatIsWrong(String value, String found) throws Exception {
        QueuedCommand read = CommandRecords.read(deposit(record -> with(record, value, record.headers())));

        assertThat(read.id()).isEqualTo("c-1");
        assertThat(read.fingerprint()).isEqualTo(Fingerprint.of(COMMANDS.get(2)));
        assertThat(read.submission().receivedAt()).isEqualTo(RECEIVED);
        assertThat(read.submission().command()).isInstanceOfSatisfying(Unreadable.class, command -> {
            assertThat(command.account()).isEqualTo(ID);
            assertThat(command.found()).contains(found);
        });
    }

    @Test
    void aTypeThatIsNotKnownIsACommandThatCannotBeRead() throws Exception {
        QueuedCommand read = CommandRecords.read(withHeader("ce_type", "CloseAccount"));

        assertThat(read.submission().command())
                .isEqualTo(new Unreadable(ID, "a command type that this version does not know: CloseAccount"));
        assertThat(CommandRecords.read(withHeader("ce_type", null)).submission().command())
                .isEqualTo(new Unreadable(ID, "no header ce_type"));
        assertThat(CommandRecords.read(withHeader("ce_principal", null))
                        .submission()
                        .command())
                .isEqualTo(new Unreadable(ID, "no header ce_principal"));
    }

    @Test
    void aRecordThatDoesNotSayWhichCommandItIsIsNone() {
        for (String name : List.of("ce_id", "ce_time", "ce_fingerprint")) {
            assertThatThrownBy(() -> CommandRecords.read(withHeader(name, null)))
                    .isInstanceOf(CommandFormatException.class)
                    .hasMessage("BNK-5020 banku.commands, partition 3, offset 77: expected a command, found: no header "
                            + name);
        }
        assertThatThrownBy(() -> CommandRecords.read(withHeader("ce_time", "yesterday")))
                .hasMessageContaining("yesterday");
        assertThatThrownBy(() -> CommandRecords.read(deposit(record ->
                        new RawRecord(null, record.value(), record.headers(), record.time(), 3, record.offset()))))
                .hasMessageEndingWith("found: no key");
    }

    @Test
    void whatIsWrongIsNotSaidAtAnyLength() throws Exception {
        QueuedCommand read = CommandRecords.read(withHeader("ce_type", "x".repeat(5_000)));

        assertThat(((Unreadable) read.submission().command()).found())
                .hasSize(201)
                .endsWith("x…");
    }

    @Test
    void aValueThatCouldMakeAnEventTooLargeCannotBeRead() throws Exception {
        String value = "{\"account\":\"0000004711\",\"amount\":\"1.00\",\"currency\":\"EUR\",\"text\":\""
                + "x".repeat(CommandRecords.MOST_BYTES) + "\"}";

        QueuedCommand read = CommandRecords.read(deposit(record -> with(record, value, record.headers())));

        assertThat(((Unreadable) read.submission().command()).found()).contains("at most 65536 bytes");
    }

    @Test
    void aCommandThatWasAppendedLateIsLate() throws Exception {
        Submission submission = new Submission("c-1", COMMANDS.get(2), "teller-7", RECEIVED);
        Duration latest = QueuedCommand.LATEST_APPEND;

        assertThat(CommandRecords.read(appended(submission, RECEIVED.plus(latest)))
                        .isLate())
                .isFalse();
        assertThat(CommandRecords.read(
                                appended(submission, RECEIVED.plus(latest).plusMillis(1)))
                        .isLate())
                .isTrue();
    }

    @Test
    void aCommandThatWasAppendedSoLongBeforeItsReceiptIsLateToo() throws Exception {
        Submission submission = new Submission("c-1", COMMANDS.get(2), "teller-7", RECEIVED);
        Instant earliest = RECEIVED.minus(QueuedCommand.LATEST_APPEND);

        assertThat(CommandRecords.read(appended(submission, earliest)).isLate()).isFalse();
        assertThat(CommandRecords.read(appended(submission, earliest.minusMillis(1)))
                        .isLate())
                .isTrue();
    }

    @Test
    void theFingerprintTellsEveryDifferenceOfWhatIsWished() {
        assertThat(COMMANDS.stream().map(Fingerprint::of).distinct()).hasSize(COMMANDS.size());
        assertThat(Fingerprint.of(new Deposit(ID, AMOUNT, null, null)))
                .as("is for ever: it is compared with what other versions of the program wrote")
                .isEqualTo("5404b9a3b86c1e6e3a5620204e6c1b795e4922f11554648eb6215985078c2738");
    }

    @Test
    void aRetryHasTheSameIdAndNothingElseHas() {
        String id = CommandId.of("teller-7", "POST", "/api/v1/accounts/4711/deposits", "", "k-1");

        assertThat(id)
                .as("is for ever")
                .isEqualTo("f97b64a3-5c60-5792-8d58-29ac9e5a9225")
                .isEqualTo(CommandId.of("teller-7", "POST", "/api/v1/accounts/4711/deposits", "", "k-1"));
        assertThat(List.of(
                        id,
                        CommandId.of("teller-8", "POST", "/api/v1/accounts/4711/deposits", "", "k-1"),
                        CommandId.of("teller-7", "PUT", "/api/v1/accounts/4711/deposits", "", "k-1"),
                        CommandId.of("teller-7", "POST", "/api/v1/accounts/4712/deposits", "", "k-1"),
                        CommandId.of("teller-7", "POST", "/api/v1/accounts/4711/deposits", "1", "k-1"),
                        CommandId.of("teller-7", "POST", "/api/v1/accounts/4711/deposits", "", "k-2"),
                        CommandId.of("teller-7P", "OST", "/api/v1/accounts/4711/deposits", "", "k-1")))
                .doesNotHaveDuplicates();
    }

    /** @param value null for none */
    private static RawRecord withHeader(String name, String value) {
        return deposit(record -> {
            Map<String, String> headers = new HashMap<>(record.headers());
            headers.remove(name);
            if (value != null) {
                headers.put(name, value);
            }
            return with(record, text(record.value()), headers);
        });
    }

    private static RawRecord deposit(UnaryOperator<RawRecord> spoilt) {
        return spoilt.apply(appended(new Submission("c-1", COMMANDS.get(2), "teller-7", RECEIVED), RECEIVED));
    }

    private static RawRecord appended(Submission submission, Instant time) {
        return new RawRecord(
                CommandRecords.key(submission),
                CommandRecords.value(submission),
                CommandRecords.headers(submission),
                time,
                3,
                77);
    }

    private static RawRecord with(RawRecord record, String value, Map<String, String> headers) {
        return new RawRecord(
                record.key(), value.getBytes(StandardCharsets.UTF_8), headers, record.time(), 3, record.offset());
    }

    private static String text(byte[] value) {
        return new String(value, StandardCharsets.UTF_8);
    }
}
