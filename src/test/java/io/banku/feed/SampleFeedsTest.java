package io.banku.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.banku.account.AccountStatus;
import io.banku.account.Event;
import io.banku.account.Money;
import io.banku.record.FramingException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every sample file becomes exactly the events that the COBOL program which wrote it says it meant, and its controls close;
 * the broken ones do not.
 */
class SampleFeedsTest {
    private static final Path SAMPLES = Path.of("sample-mainframe-files");
    private static final String EXPECTED = ".expected.jsonl";

    private final FeedCatalog catalog = FeedCatalog.load(SAMPLES);
    private final ObjectMapper json = new ObjectMapper();

    @TestFactory
    Stream<DynamicTest> everySampleBecomesTheEventsThatItsWriterMeant() throws IOException {
        List<Path> expectations;
        try (Stream<Path> files = Files.walk(SAMPLES)) {
            expectations = files.filter(file -> file.toString().endsWith(EXPECTED))
                    .sorted()
                    .toList();
        }
        assertThat(expectations).hasSizeGreaterThanOrEqualTo(5);
        return expectations.stream().map(expected -> {
            Path sample =
                    expected.resolveSibling(expected.getFileName().toString().replace(EXPECTED, ""));
            return DynamicTest.dynamicTest(sample.getFileName().toString(), () -> {
                Read read = read(sample, OptionalLong.empty());

                assertThat(read.rejects).isEmpty();
                assertThat(read.events).containsExactlyElementsOf(events(expected));
                assertThat(read.reconciliation.faults()).isEmpty();
                assertThat(read.reconciliation.controls())
                        .allSatisfy(row -> assertThat(row.state()).isEqualTo(ControlRow.State.CLOSED));
            });
        });
    }

    @Test
    void totalsThatDoNotBalanceBreakTheirControlOnly() throws Exception {
        Read read = read(SAMPLES.resolve("daily-transactions/broken/TXN.D261122.BIN"), OptionalLong.of(2));

        assertThat(read.reconciliation.satisfies(Release.WHEN_BALANCED_OR_OPEN)).isFalse();
        assertThat(read.reconciliation.controls())
                .filteredOn(row -> row.state() != ControlRow.State.CLOSED)
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.name()).isEqualTo("credits");
                    assertThat(row.state()).isEqualTo(ControlRow.State.BROKEN);
                    assertThat(row.difference()).isEqualTo("-100.00");
                });
    }

    @Test
    void anImpossibleAmountIsARejectThatLeavesItsSumOpen() throws Exception {
        Read read = read(SAMPLES.resolve("daily-transactions/broken/TXN.D261123.BIN"), OptionalLong.of(2));

        assertThat(read.rejects).singleElement().satisfies(reject -> {
            assertThat(reject.record()).isEqualTo(19);
            assertThat(reject.field()).isEqualTo("TX-AMOUNT");
            assertThat(reject.code()).isEqualTo("BNK-2006");
        });
        assertThat(read.reconciliation.controls())
                .filteredOn(row -> row.state() != ControlRow.State.CLOSED)
                .singleElement()
                .satisfies(row -> assertThat(row.state()).isEqualTo(ControlRow.State.OPEN));
    }

    @Test
    void anAccountThatWasLostOnTheWayShowsInCountSumAndHash() throws Exception {
        Read read = read(SAMPLES.resolve("account-master/broken/ACM.D261121.DAT"), OptionalLong.of(2));

        assertThat(read.reconciliation.controls())
                .filteredOn(row -> row.state() == ControlRow.State.BROKEN)
                .extracting(ControlRow::name)
                .containsExactly("records", "balances", "hash");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "daily-transactions/broken/TXN.D261124.BIN",
                "daily-transactions/broken/TXN.D261125.BIN",
                "account-master/broken/ACM.D261122.DAT"
            })
    void aFileThatDoesNotFallIntoRecordsIsNotReadToItsEnd(String sample) {
        assertThatThrownBy(() -> read(SAMPLES.resolve(sample), OptionalLong.of(2)))
                .isInstanceOf(FramingException.class);
    }

    @Test
    void aTypedDecimalPointIsAReject() throws Exception {
        Read read = read(SAMPLES.resolve("branch-deposits/broken/BRANCH0043.TXT"), OptionalLong.empty());

        assertThat(read.events).hasSize(4);
        assertThat(read.rejects).singleElement().satisfies(reject -> {
            assertThat(reject.record()).isEqualTo(3);
            assertThat(reject.field()).isEqualTo("BD-AMOUNT");
        });
    }

    private record Read(List<String> events, List<Reject> rejects, Reconciliation reconciliation) {}

    private Read read(Path sample, OptionalLong previous) throws Exception {
        FeedCatalog.Match match = catalog.claim(sample.getFileName().toString()).orElseThrow();
        List<String> events = new ArrayList<>();
        List<Reject> rejects = new ArrayList<>();
        try (InputStream bytes = Files.newInputStream(sample);
                BatchReader reader = match.feed().read(new BatchInput(match.file(), previous), bytes, Pass.CHECK)) {
            Sink sink = new Sink() {
                @Override
                public void event(Event event, int index) {
                    events.add(told(event, reader.recordNumber()));
                }

                @Override
                public void entry(Entry entry) {
                    throw new AssertionError(entry);
                }

                @Override
                public void rejected(Reject reject) {
                    rejects.add(reject);
                }
            };
            while (reader.next(sink)) {
                // the sink takes what comes
            }
            return new Read(events, rejects, reader.finish());
        }
    }

    private List<String> events(Path expected) throws IOException {
        try (Stream<String> lines = Files.lines(expected, StandardCharsets.UTF_8)) {
            return lines.map(this::told).toList();
        }
    }

    /** {@code 17 MoneyDeposited 0000004711 {amount=125.00, currency=EUR}}. */
    private String told(String line) {
        try {
            JsonNode event = json.readTree(line);
            Map<String, String> data = new TreeMap<>();
            event.get("data")
                    .properties()
                    .forEach(field -> data.put(field.getKey(), field.getValue().asText()));
            return event.get("record").asLong() + " " + event.get("type").asText() + " "
                    + event.get("key").asText() + " " + data;
        } catch (IOException malformed) {
            throw new UncheckedIOException(malformed);
        }
    }

    private static String told(Event event, long record) {
        Map<String, String> data = new TreeMap<>();
        Arrays.stream(event.getClass().getRecordComponents())
                .filter(component -> !component.getName().equals("account"))
                .forEach(component -> {
                    try {
                        Object value = component.getAccessor().invoke(event);
                        if (value instanceof Money money) {
                            data.put("currency", money.currency().getCurrencyCode());
                            data.put(component.getName(), money.amount());
                        } else if (value instanceof AccountStatus status) {
                            data.put(component.getName(), status.text());
                        } else if (value instanceof OffsetDateTime time) {
                            data.put(component.getName(), DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time));
                        } else if (value != null) {
                            data.put(component.getName(), value.toString());
                        }
                    } catch (ReflectiveOperationException unreadable) {
                        throw new IllegalStateException(unreadable);
                    }
                });
        return record + " " + event.getClass().getSimpleName() + " " + event.account() + " " + data;
    }
}
