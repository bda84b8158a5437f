package io.banku.camel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdempotencyKeyTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "k         | k",
                "\"k\"       | k",
                "\"a\\\"b\" | a\"b",
                "a\"b       | a\"b",
                "\"a\\\\b\" | a\\b",
                "a\\b       | a\\b",
                "k\"        | k\"",
                "\"k\\\"\"   | k\"",
                "k;v=1     | k;v=1",
                "\"k;v=1\"  | k;v=1",
                ":aGVsbG8=: | :aGVsbG8=:",
                "'k'       | 'k'",
                "?1        | ?1"
            })
    void aKeyIsWhatIsWrittenOrWhatAStringOfStructuredFieldsMeans(String header, String key) {
        List<RequestFault> faults = new ArrayList<>();

        assertThat(IdempotencyKey.of(header, faults)).isEqualTo(key);
        assertThat(faults).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "\"         | is no such string",
                "\"k        | is no such string",
                "\"k\"\"     | is no such string",
                "\"k\";v=1   | is no such string",
                "\"a\\b\"    | is no such string",
                "\"k\\\"     | is no such string",
                "\"k\", \"l\" | is no such string",
                "\"ä\"       | is no such string",
                "\"\"        | an empty one",
                "\"a b\"     | a blank or another character",
                "\" k\"      | a blank or another character",
                "a b       | a blank or another character",
                "ä         | a blank or another character",
            })
    void whatIsNoKeyIsAFaultThatDoesNotShowIt(String header, String found) {
        List<RequestFault> faults = new ArrayList<>();

        assertThat(IdempotencyKey.of(header, faults)).isEmpty();
        assertThat(faults).hasSize(1);
        assertThat(faults.get(0).header()).isEqualTo("Idempotency-Key");
        assertThat(faults.get(0).found()).contains(found);
    }

    @Test
    void theQuotationMarksDoNotCount() {
        String longest = "x".repeat(64);
        List<RequestFault> faults = new ArrayList<>();

        assertThat(IdempotencyKey.of('"' + longest + '"', faults)).isEqualTo(longest);
        assertThat(faults).isEmpty();
        assertThat(IdempotencyKey.of('"' + longest + "x\"", faults)).isEmpty();
        assertThat(faults).hasSize(1);
    }

    @Test
    void severalHeadersAreNoKey() {
        List<RequestFault> faults = new ArrayList<>();

        assertThat(IdempotencyKey.of(List.of("k", "k"), faults)).isEmpty();
        assertThat(faults.get(0).found()).isEqualTo("several");
    }
}
