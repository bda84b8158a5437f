package io.banku.log;

import static io.banku.log.Records.OFFSET;
import static io.banku.log.Records.bytes;
import static io.banku.log.Records.consumed;
import static io.banku.log.Records.folded;
import static io.banku.log.Records.written;
import static org.assertj.core.api.Assertions.assertThat;

import io.banku.account.Account;
import io.banku.account.Event;
import io.banku.account.Event.MoneyDeposited;
import io.banku.account.Event.MoneySent;
import io.banku.account.Fold;
import io.banku.account.LogEntry;
import io.banku.account.LogEntry.Movement;
import io.banku.account.Money;
import io.banku.account.Origin.FromBatch;
import io.banku.account.Origin.FromCommand;
import io.banku.account.RandomEvents;
import io.banku.account.RecordedEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Currency;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Postings of the mainframe as they are read for folding: less of them, and never another thing. */
class MovementReaderTest {
    private static final String ACCOUNT = "0000004711";
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final Instant TIME = Instant.parse("2026-11-21T22:15:02.5Z");
    private static final OffsetDateTime BOOKED_AT = OffsetDateTime.parse("2026-11-21T23:15:02+01:00");
    private static final FromBatch OF_A_FILE = new FromBatch("daily-transactions", "9f2c", 1042);

    @Test
    void aPostingOfAFileIsReadAsAMovement() {
        Event sent = new MoneySent(ACCOUNT, Money.parse("125.00", EUR), BOOKED_AT, "RENT € 5", "T-1", "4712");

        Movement movement = (Movement) folded(consumed(written(of(sent))));

        assertThat(movement.account()).isEqualTo(ACCOUNT);
        assertThat(movement.offset()).isEqualTo(OFFSET);
        assertThat(movement.change()).isEqualTo(-12500);
        assertThat(movement.currency()).isEqualTo(EUR);
        assertThat(movement.bookedOn()).isEqualTo(LocalDate.parse("2026-11-21"));
        assertThat(movement.time()).isEqualTo(TIME);
        Event withoutTexts = new MoneySent(ACCOUNT, Money.parse("125.00", EUR), BOOKED_AT, null, null, null);
        assertThat(movement.whole()).isEqualTo(new LogEntry.Readable(of(withoutTexts), OFFSET));
    }

    /** Other currencies, parked and closed accounts, amounts beyond 64 bits: each account is the same in the end. */
    @Test
    void whateverAnAccountIsAMovementMakesOfItWhatItsEventWould() {
        int movements = 0;
        for (long seed = 0; seed < 300; seed++) {
            ChunkContent content = ChunkContent.events();
            Account folded = Account.unknown(ACCOUNT);
            Account whole = folded;
            for (LogEntry entry : new RandomEvents(seed).log(60, List.of(ACCOUNT))) {
                LogEntry read = read(entry, content);
                movements += read instanceof Movement ? 1 : 0;
                folded = Fold.apply(folded, read);
                whole = Fold.apply(whole, entry);
                assertThat(folded)
                        .as("seed %d, offset %d", seed, entry.offset())
                        .isEqualTo(whole);
            }
        }
        assertThat(movements).isGreaterThan(1000);
    }

    private static LogEntry read(LogEntry entry, ChunkContent content) {
        if (!(entry instanceof LogEntry.Readable readable)) {
            return entry;
        }
        ProducerRecord<byte[], byte[]> record = written(readable.recorded());
        return folded(consumed(entry.offset(), record.key(), record.value(), record.headers()), content);
    }

    @Test
    void whatACommandDidIsReadWhole() {
        FromCommand command = new FromCommand("c-1", "e3b0", 5, TIME);
        RecordedEvent recorded = new RecordedEvent("c-1", deposit(), command, TIME);

        assertThat(folded(consumed(written(recorded)))).isEqualTo(new LogEntry.Readable(recorded, OFFSET));
    }

    @Test
    void aRecordWithoutAKeyConcernsNoAccount() {
        ConsumerRecord<Object, Object> posting = consumed(written(of(deposit())));

        assertThat(folded(consumed(null, (byte[]) posting.value(), posting.headers())))
                .isNull();
    }

    /** The key before it is none of its. */
    @Test
    void aValueIsHeldToTheKeyOfItsOwnRecord() {
        ChunkContent content = ChunkContent.events();
        ProducerRecord<byte[], byte[]> record = written(of(deposit()));
        folded(consumed(record), content);

        LogEntry entry = folded(consumed(bytes("4712"), record.value(), record.headers()), content);

        assertThat(entry)
                .isEqualTo(new LogEntry.Unreadable(
                        "4712", OFFSET, "expected the key's account 4712 in the value, found 0000004711"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            # another value of one property                | is read as
            "amount":"-0.05"                                | -5
            "amount":"9999999999999999.99"                  | whole
            "amount":"92233720368547758.08"                 | unreadable
            "amount":"125.0"                                | unreadable
            "amount":"125"                                  | unreadable
            "amount":"12a.00"                               | unreadable
            "amount":"-.00"                                 | unreadable
            "amount":""                                     | unreadable
            "amount":125.00                                 | unreadable
            "amount":"\\u0031.00"                          | whole
            "currency":"EURO"                               | unreadable
            "currency":"JPY"                                | unreadable
            "bookedAt":"2026-02-30T10:00:00+01:00"          | unreadable
            "bookedAt":"2026-11-21T24:00:00+01:00"          | unreadable
            "bookedAt":"2026-11-21T10:60:00+01:00"          | unreadable
            "bookedAt":"2026-11-21T10:00:60+01:00"          | unreadable
            "bookedAt":"2026-11-21T10:00:00+19:00"          | unreadable
            "bookedAt":"2026-11-21 10:00:00+01:00"          | unreadable
            "bookedAt":"2026-11-21"                         | unreadable
            "bookedAt":""                                   | unreadable
            "bookedAt":"2026-11-21T10:00:00+18:00"          | whole
            "bookedAt":"2026-11-21T10:00Z"                  | whole
            "bookedAt":"2026-11-21T10:00:00-05:30"          | 12500
            "bookedAt":null                                 | whole
            "record":0                                      | unreadable
            "record":"7"                                    | unreadable
            "batch":null                                    | unreadable
            "text":"\\ud83c\\udfe6"                       | whole
            "later":"version"                               | whole
            """)
    void whatIsNotInTheUsualFormIsReadAndJudgedWhole(String property, String as) {
        ProducerRecord<byte[], byte[]> record = written(of(deposit()));
        String name = property.substring(0, property.indexOf(':') + 1);
        String usual = Records.text(record.value());
        String changed = usual.contains(name)
                ? usual.replaceFirst(name + "(\"[^\"]*\"|\\d+)", property.replace("\\", "\\\\"))
                : usual.replace("}", "," + property + "}");

        ConsumerRecord<Object, Object> other = consumed(record.key(), bytes(changed), record.headers());
        LogEntry entry = folded(other);

        LogEntry whole = EventRecords.withoutDescriptions().entry(other);
        switch (as) {
            case "whole" ->
                assertThat(entry).isInstanceOf(LogEntry.Readable.class).isEqualTo(whole);
            case "unreadable" ->
                assertThat(entry).isInstanceOf(LogEntry.Unreadable.class).isEqualTo(whole);
            default -> {
                assertThat(((Movement) entry).change()).isEqualTo(Long.parseLong(as));
                assertThat(((Movement) entry).whole()).isEqualTo(whole);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"ce_id", "ce_type", "ce_time", "ce_source", "content-type"})
    void aHeaderWithoutAValueIsJudgedWhole(String header) {
        ProducerRecord<byte[], byte[]> record = written(of(deposit()));
        RecordHeaders headers = new RecordHeaders();
        record.headers().forEach(each -> headers.add(each.key(), each.key().equals(header) ? null : each.value()));
        ConsumerRecord<Object, Object> other = consumed(record.key(), record.value(), headers);

        assertThat(folded(other))
                .isNotInstanceOf(Movement.class)
                .isEqualTo(EventRecords.withoutDescriptions().entry(other));
    }

    private static Event deposit() {
        return new MoneyDeposited(ACCOUNT, Money.parse("125.00", EUR), BOOKED_AT, null, null);
    }

    private static RecordedEvent of(Event event) {
        return new RecordedEvent("9f2c/1042/0", event, OF_A_FILE, TIME);
    }
}
