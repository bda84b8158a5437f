package io.banku.samples;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** night.csv agrees with the files and with the events that it speaks of. */
class NightTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void everySampleFileHasItsPlaceInTheNight() throws IOException {
        Set<Path> dropped = NightRow.all().stream().map(NightRow::file).collect(Collectors.toCollection(TreeSet::new));

        Set<Path> present;
        try (Stream<Path> files = Files.walk(Samples.FOLDER)) {
            present = files.filter(file -> file.toString().matches(".*\\.(BIN|DAT|TXT)"))
                    .collect(Collectors.toCollection(TreeSet::new));
        }

        assertThat(present).isNotEmpty().isEqualTo(dropped);
    }

    @TestFactory
    Stream<DynamicTest> whatIsSealedIsReadPublishedRejectedOrSkipped() throws IOException {
        return sealed().map(row -> DynamicTest.dynamicTest(row.toString(), () -> {
            long accounted = row.published().getAsLong()
                    + row.rejected().getAsLong()
                    + row.skipped().getAsLong();

            assertThat(row.read()).hasValue(accounted);
            assertThat(row.read()).hasValue(recordsOf(row.file()));
        }));
    }

    @TestFactory
    Stream<DynamicTest> whatIsPublishedIsWhatTheExpectedEventsSay() throws IOException {
        return sealed().map(row -> DynamicTest.dynamicTest(row.toString(), () -> {
            List<JsonNode> events = eventsOf(row);

            assertThat(row.events()).hasValue(events.size());
            assertThat(events.stream()
                            .map(event -> event.get("record").asLong())
                            .distinct())
                    .hasSize((int) row.published().getAsLong());
        }));
    }

    @TestFactory
    Stream<DynamicTest> nothingIsPublishedOfWhatIsNotSealed() throws IOException {
        return NightRow.all().stream()
                .filter(row -> !row.isSealed())
                .map(row -> DynamicTest.dynamicTest(row.toString(), () -> {
                    assertThat(row.published()).hasValue(0);
                    assertThat(row.events()).hasValue(0);
                    if (row.read().isPresent()) {
                        assertThat(row.read()).hasValue(recordsOf(row.file()));
                    }
                }));
    }

    private static Stream<NightRow> sealed() throws IOException {
        return NightRow.all().stream().filter(NightRow::isSealed);
    }

    private static List<JsonNode> eventsOf(NightRow row) throws IOException {
        List<JsonNode> events = new ArrayList<>();
        for (String line : Files.readAllLines(row.expectedEvents())) {
            events.add(JSON.readTree(line));
        }
        return events;
    }

    /** Counted without the code under test: 120 bytes, a record descriptor word, or a line feed make a record. */
    private static long recordsOf(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        if (file.toString().endsWith(".DAT")) {
            assertThat(bytes.length % 120).isZero();
            return bytes.length / 120;
        }
        long records = 0;
        if (file.toString().endsWith(".TXT")) {
            for (byte octet : bytes) {
                records += octet == '\n' ? 1 : 0;
            }
            return records;
        }
        int at = 0;
        while (at < bytes.length) {
            at += Byte.toUnsignedInt(bytes[at]) << 8 | Byte.toUnsignedInt(bytes[at + 1]);
            records++;
        }
        assertThat(at).isEqualTo(bytes.length);
        return records;
    }
}
