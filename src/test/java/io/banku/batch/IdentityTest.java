package io.banku.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Which file is which: by its unpacked bytes, and by what the feed says that it is known by. */
@Tag("long")
class IdentityTest extends DayFeedTest {
    private static final DayFile FRIDAY = DayFile.of("20261120", 7, 20);
    private static final String PACKED = FRIDAY.name() + ".gz";
    private static final String NIGHTLY = "DAY.20261120.A";

    @Test
    void aFileThatIsPackedAgainIsTheSameFile() throws IOException {
        feed.start();
        feed.arrives(PACKED, gzip(Deflater.BEST_SPEED));
        Batch sealed = feed.awaits(PACKED, BatchState.SEALED);

        feed.arrives(PACKED, gzip(Deflater.BEST_COMPRESSION));

        isPutAside(PACKED);
        assertThat(feed.batches()).containsExactly(sealed);
        assertThat(sealed.content()).isNotEqualTo(sealed.sha256());
    }

    @Test
    void aFileThatIsUnpackedIsSuspectedToBeTheSame() throws IOException {
        feed.start();
        feed.arrives(PACKED, gzip(Deflater.BEST_SPEED));
        feed.awaits(PACKED, BatchState.SEALED);

        feed.arrives(FRIDAY);

        feed.awaitsHeld(FRIDAY.name(), HoldReason.SUSPECTED_DUPLICATE);
    }

    @Test
    void aPackedFileThatAnEarlierVersionKnewByItsPackedBytesIsKnownStill() throws Exception {
        feed.start();
        feed.arrives(PACKED, gzip(Deflater.BEST_SPEED));
        Batch sealed = feed.awaits(PACKED, BatchState.SEALED);
        feed.close();
        try (DayFeed old = DayFeed.in(servers, folder)) {
            Batch known = asOfAnEarlierVersion(sealed, old.name());
            old.write(known);
            old.start();

            old.arrives(PACKED, gzip(Deflater.BEST_SPEED));

            await().atMost(DayFeed.PATIENCE)
                    .until(() -> old.places(PACKED).stream().anyMatch(place -> place.startsWith("duplicates/")));
            assertThat(old.batches()).containsExactly(known);
            old.arrives(PACKED, gzip(Deflater.BEST_COMPRESSION));
            old.awaitsHeld(PACKED, HoldReason.NAME_CONFLICT);
        }
    }

    @Test
    void theSecondEmptyDayIsNoDuplicate() throws IOException {
        feed = DayFeed.withEmptyDays(servers, folder);
        feed.start();
        feed.arrives("DAY.20261120.A", "");
        feed.awaits("DAY.20261120.A", BatchState.SEALED);

        feed.arrives("DAY.20261121.A", "");

        feed.awaits("DAY.20261121.A", BatchState.SEALED);
    }

    @Test
    void theSecondDayOfHeaderAndTrailerAloneIsNoDuplicate() throws IOException {
        feed = DayFeed.withoutControls(servers, folder, "");
        feed.start();
        String quiet = DayFile.of("20261120", 1, 0).text();
        feed.arrives("DAY.20261120.A", quiet);
        feed.awaits("DAY.20261120.A", BatchState.SEALED);

        feed.arrives("DAY.20261121.A", quiet);

        feed.awaits("DAY.20261121.A", BatchState.SEALED);
    }

    @Test
    void theSameNameEveryNightIsTwoFilesByAFieldOfTheirHeaders() throws IOException {
        feed = DayFeed.withoutControls(servers, folder, "identity: header.H-DATE\n");
        feed.start();
        DayFile saturday = DayFile.of("20261121", 8, 20);
        feed.arrives(NIGHTLY, FRIDAY.text());
        assertThat(feed.awaits(NIGHTLY, BatchState.SEALED).identity()).isEqualTo("H-DATE 20261120");

        feed.arrives(NIGHTLY, saturday.text());

        await().atMost(DayFeed.PATIENCE).until(() -> sealed() == 2);
        feed.arrives(NIGHTLY, saturday.withAmount(2, 1).text());
        assertThat(feed.awaitsHeld(NIGHTLY, HoldReason.NAME_CONFLICT).findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains("this identity, H-DATE 20261121"));
        feed.arrives(NIGHTLY, saturday.text());
        isPutAside(NIGHTLY);
    }

    @Test
    void theSameNameEveryNightIsTwoFilesByTheDayOfTheirArrival() throws IOException {
        feed = DayFeed.withoutControls(servers, folder, "identity: name, arrival-date\n");
        feed.start();
        arrives(FRIDAY.text(), "2026-11-20T23:15:00Z");
        feed.awaits(NIGHTLY, BatchState.SEALED);

        arrives(FRIDAY.withAmount(2, 7).text(), "2026-11-21T23:15:00Z");

        await().atMost(DayFeed.PATIENCE).until(() -> sealed() == 2);
        assertThat(feed.batches())
                .extracting(Batch::identity)
                .containsExactly("DAY.20261120.A, arrived 2026-11-21", "DAY.20261120.A, arrived 2026-11-20");
        arrives(FRIDAY.withAmount(2, 8).text(), "2026-11-21T23:20:00Z");
        feed.awaitsHeld(NIGHTLY, HoldReason.NAME_CONFLICT);
    }

    @Test
    void theSameBytesOnAnotherDayAreSuspectedToBeTheSame() throws IOException {
        feed = DayFeed.withoutControls(servers, folder, "identity: name, arrival-date\n");
        feed.start();
        arrives(FRIDAY.text(), "2026-11-20T23:15:00Z");
        feed.awaits(NIGHTLY, BatchState.SEALED);

        arrives(FRIDAY.text(), "2026-11-21T23:15:00Z");

        feed.awaitsHeld(NIGHTLY, HoldReason.SUSPECTED_DUPLICATE);
    }

    private void arrives(String text, String at) throws IOException {
        Clock clock = Clock.fixed(Instant.parse(at), ZoneOffset.UTC);
        feed.arrives(NIGHTLY, text.getBytes(StandardCharsets.US_ASCII), clock);
    }

    private long sealed() {
        return feed.batches().stream()
                .filter(batch -> batch.state() == BatchState.SEALED)
                .count();
    }

    private void isPutAside(String file) {
        await().atMost(DayFeed.PATIENCE)
                .until(() -> feed.places(file).stream().anyMatch(place -> place.startsWith("duplicates/")));
    }

    private static byte[] gzip(int level) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed) {
            {
                def.setLevel(level);
            }
        }) {
            out.write(FRIDAY.text().getBytes(StandardCharsets.US_ASCII));
        }
        return packed.toByteArray();
    }

    private static Batch asOfAnEarlierVersion(Batch batch, String feed) {
        return new Batch(
                Fingerprint.batchId(feed, batch.file(), batch.sha256()),
                1,
                1,
                feed,
                batch.file(),
                null,
                batch.size(),
                batch.sha256(),
                null,
                batch.definition(),
                batch.arrival(),
                BatchState.SEALED,
                null,
                java.util.List.of(),
                batch.findings(),
                batch.waived(),
                batch.conflicts(),
                batch.named(),
                null,
                null,
                null,
                batch.references(),
                batch.date(),
                batch.sequence(),
                batch.counts(),
                batch.turnover(),
                batch.controls(),
                batch.rejects(),
                batch.oddities(),
                batch.done(),
                batch.durations(),
                batch.history());
    }
}
