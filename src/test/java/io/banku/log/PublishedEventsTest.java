package io.banku.log;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.banku.account.AccountStatus;
import io.banku.account.Event;
import io.banku.account.LogEntry;
import io.banku.account.Money;
import io.banku.account.Origin;
import io.banku.account.Origin.FromBatch;
import io.banku.account.Origin.FromCommand;
import io.banku.account.RecordedEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The program writes and reads the events that {@code docs/events/} promises to other programs. */
class PublishedEventsTest {
    private static final Path FOLDER = Path.of("docs", "events");
    private static final String SCHEMAS = "schemas/";
    /** The only type that is about a partition. */
    private static final String MARKER = "DeciderStarted";

    private static final ObjectMapper JACKSON = new ObjectMapper();
    private static final String ID = "0000004711";
    private static final Money AMOUNT = Money.parse("125.00", Currency.getInstance("EUR"));
    private static final LocalDate DAY = LocalDate.parse("2026-11-21");
    private static final OffsetDateTime BOOKED = OffsetDateTime.parse("2026-11-21T23:15:02+01:00");

    /** Every type with all that can be known. */
    private static final List<Event> FULL = List.of(
            new Event.AccountOpened(ID, AMOUNT.currency(), "GRUBER", DAY),
            new Event.AccountDescribed(ID, "GRUBER", AMOUNT, AccountStatus.BLOCKED),
            new Event.AccountClosed(ID, DAY),
            new Event.BalanceBroughtForward(ID, AMOUNT, DAY),
            new Event.MoneyDeposited(ID, AMOUNT, BOOKED, "text", "reference"),
            new Event.MoneyWithdrawn(ID, AMOUNT, BOOKED, "text", "reference"),
            new Event.MoneySent(ID, AMOUNT, BOOKED, "text", "T-1", "0000004712"),
            new Event.MoneyReceived(ID, AMOUNT, BOOKED, "text", "T-1", "0000004712"),
            new Event.PostingReversed(ID, AMOUNT, BOOKED, "text", "9f2c/1/0"),
            new Event.BreakAcknowledged(ID, "9f2c/3/0", "known", "Greta"),
            new Event.CommandDeclined(ID, "insufficient-funds", "detail"));

    /** Every type with what must be known, in the same order. */
    private static final List<Event> BARE = List.of(
            new Event.AccountOpened(ID, AMOUNT.currency(), null, null),
            new Event.AccountDescribed(ID, null, null, null),
            new Event.AccountClosed(ID, null),
            new Event.BalanceBroughtForward(ID, AMOUNT, DAY),
            new Event.MoneyDeposited(ID, AMOUNT, null, null, null),
            new Event.MoneyWithdrawn(ID, AMOUNT, null, null, null),
            new Event.MoneySent(ID, AMOUNT, null, null, "T-1", "0000004712"),
            new Event.MoneyReceived(ID, AMOUNT, null, null, "T-1", "0000004712"),
            new Event.PostingReversed(ID, AMOUNT, null, null, "9f2c/1/0"),
            new Event.CommandDeclined(ID, "insufficient-funds", null));

    @Test
    void everyTypeHasItsSchemaAndItsExampleAndALineInTheReadme() throws IOException {
        Set<String> expected = new TreeSet<>(Set.of(MARKER + ".json", SCHEMAS + MARKER + ".schema.json"));
        for (String ofADay : List.of("BusinessDayClosed", "BusinessDaySupplemented")) {
            expected.add(ofADay + ".json");
            expected.add(SCHEMAS + ofADay + ".schema.json");
        }
        for (Class<?> type : types()) {
            expected.add(type.getSimpleName() + ".json");
            expected.add(SCHEMAS + type.getSimpleName() + ".schema.json");
        }

        Set<String> found = new TreeSet<>();
        try (var files = Files.walk(FOLDER, 2)) {
            files.map(FOLDER::relativize)
                    .map(Path::toString)
                    .filter(name -> name.endsWith(".json"))
                    .forEach(found::add);
        }

        assertThat(found).isEqualTo(expected);
        assertThat(Files.readString(FOLDER.resolve("README.md")))
                .contains(found.stream().map(name -> "(" + name + ")").toList());
        assertThat(FULL).extracting(Object::getClass).as("all are tried here").containsExactlyElementsOf(types());
    }

    /** So a validator that has read the schemas finds the one of an event by what the event says. */
    @Test
    void eachSchemaHasTheNameThatItsEventsSay() throws IOException {
        for (Event event : FULL) {
            ProducerRecord<byte[], byte[]> record =
                    Records.written(new RecordedEvent("id", event, origin(event), Instant.EPOCH));
            String said =
                    Records.text(record.headers().lastHeader("ce_dataschema").value());

            assertThat(schema(event).get("$id").textValue()).isEqualTo(said);
            assertThat(JACKSON.readTree(EventSchemas.find(said).orElseThrow())).isEqualTo(schema(event));
        }
        JsonNode marker = json(SCHEMAS + MARKER + ".schema.json");
        assertThat(marker.get("$id").textValue()).isEqualTo(EventSchemas.name(MARKER));
        assertThat(JACKSON.readTree(EventSchemas.find(MARKER + ".schema.json").orElseThrow()))
                .isEqualTo(marker);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"MoneyLent.schema.json", "urn:banku:event:MoneyLent", "MoneyDeposited", "", "../openapi.yaml"})
    void whatIsNoNameOfASchemaIsNone(String asked) {
        assertThat(EventSchemas.find(asked)).isEmpty();
    }

    @ParameterizedTest
    @FieldSource("FULL")
    void theExampleIsReadAndWrittenBackUnchanged(Event event) throws IOException {
        JsonNode example = example(event);

        LogEntry entry = read(event, example);

        assertThat(entry).isInstanceOf(LogEntry.Readable.class);
        RecordedEvent recorded = ((LogEntry.Readable) entry).recorded();
        assertThat(recorded.event()).hasSameClassAs(event);
        assertThat(value(recorded.event(), recorded.origin())).isEqualTo(example);
    }

    @ParameterizedTest
    @FieldSource("FULL")
    void theSchemaNamesExactlyWhatIsWritten(Event event) throws IOException {
        assertThat(names(schema(event).get("properties"))).isEqualTo(names(value(event, origin(event))));
    }

    @ParameterizedTest
    @FieldSource("BARE")
    void theSchemaRequiresExactlyWhatIsAlwaysWritten(Event event) throws IOException {
        Set<String> required = new TreeSet<>();
        schema(event).get("required").forEach(name -> required.add(name.textValue()));

        assertThat(required).isEqualTo(names(value(event, command())));
    }

    @ParameterizedTest
    @FieldSource({"FULL", "BARE"})
    void whatIsWrittenAndTheExampleAreValid(Event event) throws IOException {
        JsonSchema schema = JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(schema(event));

        for (JsonNode value : List.of(value(event, origin(event)), value(event, command()), example(event))) {
            assertThat(schema.validate(value, run -> run.getExecutionConfig().setFormatAssertionsEnabled(true)))
                    .as("%s", value)
                    .isEmpty();
        }
    }

    @Test
    void theMarkerAndItsExampleAreValid() throws IOException {
        JsonSchema schema =
                JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(json(SCHEMAS + MARKER + ".schema.json"));
        ProducerRecord<byte[], byte[]> record = EventRecord.marker("banku.events", 0, MARKER, "id", Instant.EPOCH);

        assertThat(schema.validate(JACKSON.readTree(record.value()))).isEmpty();
        assertThat(schema.validate(json(MARKER + ".json"))).isEmpty();
    }

    @Test
    void theSchemaOffersEveryStatusThereIs() throws IOException {
        List<String> offered = new ArrayList<>();
        JsonNode status = schema(FULL.get(1)).at("/properties/status/enum");
        status.forEach(word -> offered.add(word.textValue()));

        assertThat(offered)
                .containsExactly(Arrays.stream(AccountStatus.values())
                        .map(AccountStatus::text)
                        .toArray(String[]::new));
    }

    private static List<Class<?>> types() {
        List<Class<?>> types = new ArrayList<>();
        collect(Event.class, types);
        types.sort(Comparator.comparingInt(PublishedEventsTest::place));
        return types;
    }

    private static void collect(Class<?> sealedType, List<Class<?>> types) {
        for (Class<?> permitted : sealedType.getPermittedSubclasses()) {
            if (permitted.isSealed()) {
                collect(permitted, types);
            } else {
                types.add(permitted);
            }
        }
    }

    private static int place(Class<?> type) {
        return FULL.stream().map(Object::getClass).toList().indexOf(type);
    }

    private static Origin origin(Event event) {
        return event instanceof Event.CommandDeclined || event instanceof Event.BreakAcknowledged
                ? command()
                : new FromBatch("daily-transactions", "9f2c", 1042);
    }

    private static Origin command() {
        return new FromCommand("c-1", "e3b0", 5, Instant.EPOCH);
    }

    private static JsonNode value(Event event, Origin origin) throws IOException {
        return JACKSON.readTree(new EventWriter()
                .value(
                        new RecordedEvent("id", event, origin, Instant.EPOCH),
                        event.account().getBytes(StandardCharsets.UTF_8)));
    }

    private static LogEntry read(Event type, JsonNode value) throws IOException {
        ProducerRecord<byte[], byte[]> like =
                Records.written(new RecordedEvent("id", type, origin(type), Instant.EPOCH));
        byte[] key = Records.bytes(value.get("account").textValue());
        return Records.read(Records.consumed(key, JACKSON.writeValueAsBytes(value), like.headers()));
    }

    private static JsonNode example(Event event) throws IOException {
        return json(event.getClass().getSimpleName() + ".json");
    }

    private static JsonNode schema(Event event) throws IOException {
        return json(SCHEMAS + event.getClass().getSimpleName() + ".schema.json");
    }

    private static JsonNode json(String file) throws IOException {
        return JACKSON.readTree(FOLDER.resolve(file).toFile());
    }

    private static Set<String> names(JsonNode object) {
        Set<String> names = new TreeSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
