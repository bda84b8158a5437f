package io.banku.log;

import static io.banku.log.Records.OFFSET;
import static io.banku.log.Records.bytes;
import static io.banku.log.Records.consumed;
import static io.banku.log.Records.folded;
import static io.banku.log.Records.read;
import static io.banku.log.Records.text;
import static io.banku.log.Records.written;
import static org.assertj.core.api.Assertions.assertThat;

import io.banku.account.Event;
import io.banku.account.LogEntry;
import io.banku.account.Money;
import io.banku.account.Origin.FromBatch;
import io.banku.account.Origin.FromCommand;
import io.banku.account.RandomEvents;
import io.banku.account.RecordedEvent;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Events on their way into Kafka's records and back. */
class EventRecordsTest {
    private static final Instant TIME = Instant.parse("2026-11-21T22:15:02Z");
    private static final Money AMOUNT = Money.parse("125.00", Currency.getInstance("EUR"));
    private static final OffsetDateTime BOOKED_AT = OffsetDateTime.parse("2026-11-21T23:15:02+01:00");
    private static final Event DEPOSIT = new Event.MoneyDeposited("0000004711", AMOUNT, BOOKED_AT, "SALARY", null);
    private static final RecordedEvent OF_A_FILE =
            new RecordedEvent("9f2c/1042/0", DEPOSIT, new FromBatch("daily-transactions", "9f2c", 1042), TIME);
    private static final RecordedEvent OF_A_COMMAND =
            new RecordedEvent("c-1", DEPOSIT, new FromCommand("c-1", "e3b0", 5, TIME.minusSeconds(1)), TIME);

    @Test
    void aFactOfAFileIsACloudEventInBinaryMode() {
        ProducerRecord<byte[], byte[]> record = written(OF_A_FILE);

        assertThat(record.topic()).isEqualTo("banku.events");
        assertThat(text(record.key())).isEqualTo("0000004711");
        assertThat(text(record.value()))
                .isEqualTo("{\"account\":\"0000004711\",\"amount\":\"125.00\",\"currency\":\"EUR\","
                        + "\"bookedAt\":\"2026-11-21T23:15:02+01:00\",\"text\":\"SALARY\","
                        + "\"batch\":\"9f2c\",\"record\":1042}");
        assertThat(headers(record))
                .containsExactly(
                        "ce_specversion: 1.0",
                        "ce_id: 9f2c/1042/0",
                        "ce_type: MoneyDeposited",
                        "ce_source: /feeds/daily-transactions",
                        "ce_time: 2026-11-21T22:15:02Z",
                        "content-type: application/json",
                        "ce_subject: 0000004711",
                        "ce_dataschema: urn:banku:event:MoneyDeposited");
    }

    @Test
    void anEventOfACommandCarriesTheCommandInItsHeaders() {
        ProducerRecord<byte[], byte[]> record = written(OF_A_COMMAND);

        assertThat(text(record.value())).doesNotContain("batch").doesNotContain("record");
        assertThat(headers(record))
                .containsExactly(
                        "ce_specversion: 1.0",
                        "ce_id: c-1",
                        "ce_type: MoneyDeposited",
                        "ce_source: /commands",
                        "ce_time: 2026-11-21T22:15:02Z",
                        "content-type: application/json",
                        "ce_subject: 0000004711",
                        "ce_dataschema: urn:banku:event:MoneyDeposited",
                        "ce_commandid: c-1",
                        "ce_fingerprint: e3b0",
                        "ce_commandoffset: 5",
                        "ce_commandtime: 2026-11-21T22:15:01Z");
    }

    /** The topic keeps what the first versions wrote, for ever. */
    @Test
    void eventsWithTheHeadersOfTheFirstVersionsAreReadAsBefore() {
        EventRecords reused = new EventRecords();
        for (long seed = 0; seed < 200; seed++) {
            RandomEvents random = new RandomEvents(seed);
            for (long offset = 0; offset < 20; offset++) {
                RecordedEvent recorded = random.recorded("0000004711", offset);
                ProducerRecord<byte[], byte[]> now = written(recorded);
                RecordHeaders former = new RecordHeaders();
                for (Header header : now.headers()) {
                    String name = header.key().replaceFirst("^ce_(?=command|fingerprint)", "");
                    if (!name.equals("ce_subject") && !name.equals("ce_dataschema")) {
                        former.add(name, header.value());
                    }
                }

                assertThat(reused.entry(consumed(now.key(), now.value(), former)))
                        .as("seed %d", seed)
                        .isEqualTo(new LogEntry.Readable(recorded, OFFSET));
                assertThat(reused.entry(consumed(now))).isEqualTo(new LogEntry.Readable(recorded, OFFSET));
            }
        }
    }

    @Test
    void aMarkerOfAPartitionIsACloudEventToo() {
        ProducerRecord<byte[], byte[]> record = EventRecord.marker("banku.events", 3, "DeciderStarted", "m-1", TIME);

        assertThat(record.key()).isNull();
        assertThat(headers(record))
                .containsExactly(
                        "ce_specversion: 1.0",
                        "ce_id: m-1",
                        "ce_type: DeciderStarted",
                        "ce_source: /commands",
                        "ce_time: 2026-11-21T22:15:02Z",
                        "content-type: application/json",
                        "ce_dataschema: urn:banku:event:DeciderStarted");
    }

    @Test
    void everyEventComesBackAsItWasWritten() {
        EventRecord written = new EventRecord("banku.events");
        EventRecords reused = new EventRecords();
        Set<Class<?>> met = new HashSet<>();
        for (long seed = 0; seed < 200; seed++) {
            RandomEvents random = new RandomEvents(seed);
            for (long offset = 0; offset < 50; offset++) {
                RecordedEvent recorded = random.recorded("Größe-" + offset, offset);
                met.add(recorded.event().getClass());

                var entry = reused.entry(consumed(written.of(0, bytes(recorded.account()), recorded)));

                assertThat(entry).as("seed %d", seed).isEqualTo(new LogEntry.Readable(recorded, OFFSET));
            }
        }
        assertThat(met).as("every type was met").hasSize(11);
    }

    @Test
    void headersInAnotherOrderAreReadByTheirNames() {
        ConsumerRecord<Object, Object> record = consumed(written(OF_A_FILE));
        record.headers().remove("ce_id").remove("ce_type");
        record.headers().remove("content-type").add("ce_type", bytes("MoneyDeposited"));
        record.headers().add("ce_id", bytes("9f2c/1042/0")).add("content-type", bytes("application/json"));

        assertThat(read(record)).isEqualTo(new LogEntry.Readable(OF_A_FILE, OFFSET));
    }

    /** Six headers that begin and end as ours do: what stands between is another thing. */
    @Test
    void headersThatOnlyLookLikeOursAreReadByTheirNames() {
        ConsumerRecord<Object, Object> record = consumed(written(OF_A_FILE));
        record.headers().remove("ce_type").remove("content-type");
        record.headers().add("ce_type", bytes("MoneyDeposited")).add("content-type", bytes("application/json"));

        assertThat(read(record)).isEqualTo(new LogEntry.Readable(OF_A_FILE, OFFSET));
    }

    @Test
    void whoeverFoldsBalancesIsSparedTheDescriptions() {
        Event plain = new Event.MoneyDeposited("0000004711", AMOUNT, BOOKED_AT, null, null);

        LogEntry entry = EventRecords.withoutDescriptions().entry(consumed(written(OF_A_FILE)));

        assertThat(entry)
                .isEqualTo(new LogEntry.Readable(
                        new RecordedEvent(OF_A_FILE.id(), plain, OF_A_FILE.origin(), TIME), OFFSET));
    }

    @Test
    void aRecordWithoutAKeyConcernsNoAccount() {
        ConsumerRecord<Object, Object> marker = consumed(null, bytes("{}"), new RecordHeaders());

        assertThat(new EventRecords().entry(marker)).isNull();
    }

    @Test
    void propertiesOfALaterVersionAreIgnored() {
        LogEntry entry = read(withValue("{\"account\":\"0000004711\",\"amount\":\"125.00\",\"currency\":\"EUR\","
                + "\"bookedAt\":\"2026-11-21T23:15:02+01:00\",\"text\":\"SALARY\",\"reference\":null,"
                + "\"batch\":\"9f2c\",\"record\":1042,"
                + "\"channel\":{\"amount\":\"1.00\",\"list\":[1,{}]},\"rate\":1.5,\"urgent\":true}"));

        assertThat(entry).isEqualTo(new LogEntry.Readable(OF_A_FILE, OFFSET));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            # value                                                                      | reason
            {"account":"0000004711","amount":125.00,"currency":"EUR"}                    | expected the property amount as a JSON string, found 125.00
            {"account":4711,"amount":"125.00","currency":"EUR"}                          | expected the property account as a JSON string, found 4711
            {"account":"0000004711","amount":"125.00","currency":["EUR"]}                | expected the property currency as a JSON string, found [
            {"account":"0000004711","amount":"1.00","currency":"EUR","text":{"a":1}}     | expected the property text as a JSON string, found {
            {"account":"0000004711","amount":"1.00","currency":"EUR","bookedAt":1700000} | expected the property bookedAt as a JSON string, found 1700000
            {"account":"0000004711","currency":"EUR"}                                    | expected the property amount, found [
            {"account":"0000004711","amount":"125.00"}                                   | expected the property currency, found [
            {"account":"0000004711","amount":null,"currency":"EUR"}                      | expected the property amount, found [
            {"amount":"125.00","currency":"EUR"}                                         | expected the property account, found [
            {"account":"0000004711","amount":"125.0","currency":"EUR"}                   | MoneyDeposited: expected digits with exactly 2 decimals (and a leading - if negative), found '125.0'
            {"account":"0000004711","amount":"125.00","currency":"EURO"}                 | MoneyDeposited: expected the ISO code of a currency, found 'EURO'
            {"account":"0000004711","amount":"1.00","currency":"EUR","bookedAt":"today"} | MoneyDeposited: Text 'today' could not be parsed at index 0
            {"account":"0000004711","amount":"1.00","currency":"EUR","batch":"9f2c"}     | expected the property record as an integer from 1, found [
            {"account":"0000004711","amount":"1.00","currency":"EUR","batch":"9f2c","record":0}   | expected the property record as an integer from 1, found [
            {"account":"0000004711","amount":"1.00","currency":"EUR","batch":"9f2c","record":"7"} | expected the property record as an integer from 1, found [
            {"account":"0000004711","amount":"1.00","currency":"EUR","batch":"9f2c","record":9223372036854775808} | expected a JSON object, found Numeric value (9223372036854775808) out of range of long
            {"account":"0000004711","amount":"125.00","currency":"EUR"                   | expected a JSON object, found Unexpected end-of-input
            {"account":"0000004711","amount":"125.00","currency":"EUR"}{}                | expected the end after the JSON object, found {
            ["0000004711"]                                                               | expected a JSON object, found START_ARRAY
            account=4711                                                                 | expected a JSON object, found Unrecognized token
            `  `                                                                         | expected a JSON object, found null
            """)
    void aValueThatIsNoEventIsUnreadableAndSaysWhy(String value, String reason) {
        LogEntry entry = read(withValue(value));

        assertThat(folded(withValue(value)))
                .isEqualTo(EventRecords.withoutDescriptions().entry(withValue(value)));
        assertThat(entry).isInstanceOf(LogEntry.Unreadable.class);
        assertThat(entry.account()).isEqualTo("0000004711");
        assertThat(entry.offset()).isEqualTo(OFFSET);
        assertThat(((LogEntry.Unreadable) entry).reason()).startsWith(reason);
    }

    @Test
    void aBalanceWithoutItsDayIsUnreadable() {
        ConsumerRecord<Object, Object> record =
                withValue("{\"account\":\"0000004711\",\"amount\":\"125.00\",\"currency\":\"EUR\"}");
        record.headers().remove("ce_type").add("ce_type", bytes("BalanceBroughtForward"));

        assertThat(reason(record)).isEqualTo("expected the property asOf, found [account, amount, currency]");
    }

    @Test
    void aTombstoneIsUnreadable() {
        ProducerRecord<byte[], byte[]> record = written(OF_A_FILE);

        assertThat(reason(consumed(record.key(), null, record.headers())))
                .isEqualTo("expected a JSON object, found no value");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ce_id", "ce_type", "ce_time", "ce_source"})
    void aHeaderThatIsMissingIsNamed(String header) {
        ConsumerRecord<Object, Object> record = consumed(written(OF_A_FILE));
        record.headers().remove(header);

        assertThat(reason(record)).startsWith("expected the header " + header + ", found [ce_specversion, ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ce_commandid", "ce_fingerprint", "ce_commandoffset", "ce_commandtime"})
    void aHeaderOfTheCommandThatIsMissingIsNamed(String header) {
        ConsumerRecord<Object, Object> record = consumed(written(OF_A_COMMAND));
        record.headers().remove(header);

        assertThat(reason(record)).startsWith("expected the header " + header + ", found [ce_specversion, ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # header      | value     | reason
            ce_type       | MoneyLent | expected an event type of this version, found MoneyLent
            ce_time       | yesterday | header ce_time: Text 'yesterday' could not be parsed at index 0
            ce_time       | ''        | header ce_time: Text '' could not be parsed at index 0
            ce_commandoffset | five      | headers of a command: For input string: "five"
            ce_commandtime   | yesterday | headers of a command: Text 'yesterday' could not be parsed at index 0
            """)
    void aHeaderThatIsNotWhatItMustBeIsUnreadable(String header, String value, String reason) {
        ConsumerRecord<Object, Object> record = consumed(written(OF_A_COMMAND));
        record.headers().remove(header).add(header, bytes(value));

        assertThat(reason(record)).isEqualTo(reason);
    }

    @Test
    void aKeyOfAnotherAccountIsUnreadableAndParksTheAccountOfTheKey() {
        ProducerRecord<byte[], byte[]> record = written(OF_A_FILE);

        LogEntry entry = read(consumed(bytes("4711"), record.value(), record.headers()));

        assertThat(folded(consumed(bytes("4711"), record.value(), record.headers())))
                .isEqualTo(entry);
        assertThat(entry)
                .isEqualTo(new LogEntry.Unreadable(
                        "4711", OFFSET, "expected the key's account 4711 in the value, found 0000004711"));
    }

    @Test
    void anUnreadableRecordLeavesNothingBehindForTheNext() {
        EventRecords reused = new EventRecords();
        ConsumerRecord<Object, Object> good = consumed(written(OF_A_FILE));
        reused.entry(withValue("{\"account\":\"0000004711\",\"reference\":\"LEFT OVER\",\"amount\":1}"));

        assertThat(reused.entry(good)).isEqualTo(new LogEntry.Readable(OF_A_FILE, OFFSET));
    }

    private static ConsumerRecord<Object, Object> withValue(String value) {
        ProducerRecord<byte[], byte[]> record = written(OF_A_FILE);
        return consumed(record.key(), bytes(value), record.headers());
    }

    /** It is the same for whoever folds. */
    private static String reason(ConsumerRecord<Object, Object> record) {
        LogEntry entry = read(record);
        assertThat(folded(record)).isEqualTo(entry);
        assertThat(entry).isInstanceOf(LogEntry.Unreadable.class);
        return ((LogEntry.Unreadable) entry).reason();
    }

    private static List<String> headers(ProducerRecord<byte[], byte[]> record) {
        return Arrays.stream(record.headers().toArray())
                .map(header -> header.key() + ": " + text(header.value()))
                .toList();
    }
}
