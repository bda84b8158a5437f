package io.banku.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.banku.account.Command;
import io.banku.account.Event;
import io.banku.account.Money;
import io.banku.command.CommandRecords;
import io.banku.command.Submission;
import io.banku.log.LogTopic;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The AsyncAPI document tells every topic and every message, and its examples are what it says. */
class TopicDocumentTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Money AMOUNT = Money.parse("125.00", Currency.getInstance("EUR"));

    private static final List<Command> COMMANDS = List.of(
            new Command.OpenAccount("A", AMOUNT.currency(), "GRUBER"),
            new Command.OpenAccount("A", AMOUNT.currency(), null),
            new Command.Deposit("A", AMOUNT, "text", "reference"),
            new Command.Withdraw("A", AMOUNT, null, null),
            new Command.Transfer("A", "B", AMOUNT, "text"));

    private final TopicDocument document = new TopicDocument();

    @Test
    void everyTopicIsAChannelWithItsAddress() {
        assertThat(document.channels().findValuesAsText("address"))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(LogTopic.values()).map(LogTopic::topic).toList());
    }

    @Test
    void everyTypeOfEventIsAMessageOfTheTopicOfEvents() {
        Set<String> expected = new TreeSet<>(Set.of("DeciderStarted"));
        collect(Event.class, expected);

        assertThat(document.messages("banku.events")).isEqualTo(expected);
    }

    @Test
    void everyExampleIsAsTheDocumentSays() {
        document.messages().properties().forEach(message -> {
            JsonNode examples = message.getValue().get("examples");
            assertThat(examples).as(message.getKey()).isNotEmpty();
            examples.forEach(example -> {
                assertThat(document.faults(message.getKey(), example.get("payload")))
                        .as(message.getKey())
                        .isEmpty();
                if (example.has("headers")) {
                    assertThat(document.faultsOfHeaders(message.getKey(), example.get("headers")))
                            .as(message.getKey())
                            .isEmpty();
                }
            });
        });
    }

    @Test
    void theExamplesOfTheEventsAreThoseOfThePage() throws IOException {
        for (String type : document.messages("banku.events")) {
            assertThat(document.messages().at("/" + type + "/examples/0/payload"))
                    .isEqualTo(
                            JSON.readTree(Path.of("docs/events", type + ".json").toFile()));
        }
    }

    @ParameterizedTest
    @FieldSource("COMMANDS")
    void aCommandIsWrittenAsTheDocumentSays(Command command) throws IOException {
        Submission submission = new Submission("c-1", command, "teller-7", Instant.parse("2026-11-22T08:00:00Z"));
        String type = command.getClass().getSimpleName();

        assertThat(document.messages("banku.commands")).contains(type);
        assertThat(document.faults(type, JSON.readTree(CommandRecords.value(submission))))
                .isEmpty();
        assertThat(document.faultsOfHeaders(type, JSON.valueToTree(CommandRecords.headers(submission))))
                .isEmpty();
    }

    /** Or a schema that nothing can break would pass for one. */
    @Test
    void whatLacksSomethingOrIsOfAnotherTypeIsAFault() {
        document.messages().properties().forEach(message -> {
            ObjectNode payload = message.getValue().at("/examples/0/payload").deepCopy();
            payload.fieldNames().forEachRemaining(name -> {
                ObjectNode broken = payload.get(name).isBoolean()
                        ? payload.deepCopy().put(name, "true")
                        : payload.deepCopy().put(name, true);

                assertThat(document.faults(message.getKey(), broken))
                        .as("%s of %s", name, message.getKey())
                        .isNotEmpty();
            });
            if (document.messages().at("/" + message.getKey()).has("traits")) {
                assertThat(document.faultsOfHeaders(message.getKey(), JSON.createObjectNode()))
                        .isNotEmpty();
            }
        });
    }

    private static void collect(Class<?> sealedType, Set<String> names) {
        for (Class<?> permitted : sealedType.getPermittedSubclasses()) {
            if (permitted.isSealed()) {
                collect(permitted, names);
            } else {
                names.add(permitted.getSimpleName());
            }
        }
    }
}
