package io.banku.camel.copybook;

import static org.assertj.core.api.Assertions.assertThat;

import io.banku.camel.copybook.CopybookDataFormat.Form;
import io.banku.copybook.Copybook;
import io.banku.fuzz.Fuzz;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever a copybook describes and a message holds: what the data format reads of it, it writes again byte by byte. */
@Tag("long")
class RandomLayoutsTest {
    private static final int ROUNDS = 150;
    private static final int MESSAGES = 15;

    @TempDir
    Path folder;

    private final CamelContext camel = new DefaultCamelContext();

    @AfterEach
    void endCamel() throws Exception {
        camel.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            fixed                                   | cp037
            fixed                                   | iso-8859-1
            rdw                                     | cp037
            {rdw: {word: LL, endian: little}}       | cp037
            lines                                   | iso-8859-1
            lines                                   | cp037
            {lines: {end: crlf}}                    | iso-8859-1
            {lines: {width: LENGTH}}                | cp037
            """)
    void whatIsReadComesBackByteByByte(String framing, String encoding) throws Exception {
        AtomicInteger read = new AtomicInteger();
        Fuzz.rounds(ROUNDS, random -> {
            String layout = RandomLayout.text(random, !framing.contains("fixed") && !framing.contains("width"));
            int length = Copybook.parse("REC.cpy", layout).length();
            try (CopybookDataFormat format = format(framing, encoding, layout, random)) {
                for (int i = 0; i < MESSAGES; i++) {
                    byte[] message = message(framing, encoding.equals("cp037"), length, random);
                    if (comesBack(format, message, layout)) {
                        read.incrementAndGet();
                    }
                }
            }
        });
        assertThat(read).as("messages that were read").hasValueGreaterThan(ROUNDS);
    }

    private static boolean comesBack(CopybookDataFormat format, byte[] message, String layout) throws IOException {
        Object records;
        try {
            records = format.unmarshal(null, new ByteArrayInputStream(message));
        } catch (RecordsException notRecords) {
            return false;
        }
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        format.marshal(null, records, written);
        assertThat(HexFormat.of().formatHex(written.toByteArray()))
                .as(layout + records)
                .isEqualTo(HexFormat.of().formatHex(message));
        return true;
    }

    private CopybookDataFormat format(String framing, String encoding, String layout, Random random)
            throws IOException {
        Path copybook = Files.writeString(folder.resolve("REC.cpy"), layout);
        int length = Copybook.parse("REC.cpy", layout).length();
        CopybookDataFormat format = new CopybookDataFormat();
        format.setCamelContext(camel);
        format.setCopybook("file:" + copybook);
        format.setFraming(framing.replace("LENGTH", Integer.toString(length)));
        format.setEncoding(encoding);
        format.setForm(random.nextBoolean() ? Form.JSON : Form.MAPS);
        format.setDialect(random.nextBoolean() ? Map.of("longer", "ignored") : Map.of());
        format.start();
        return format;
    }

    /** One to three records, each with what its framing puts before or behind it. */
    private static byte[] message(String framing, boolean isEbcdic, int length, Random random) {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        boolean isOfOneLength = framing.contains("fixed") || framing.contains("width");
        for (int left = random.nextInt(3); left >= 0; left--) {
            byte[] record = record(
                    isEbcdic, isOfOneLength || random.nextInt(3) > 0 ? length : random.nextInt(length + 3), random);
            if (framing.equals("rdw")) {
                message.writeBytes(new byte[] {0, (byte) (record.length + 4), 0, 0});
            } else if (framing.contains("rdw")) {
                message.writeBytes(new byte[] {(byte) (record.length + 2), 0});
            }
            message.writeBytes(record);
            if (framing.contains("lines") && (left > 0 || random.nextBoolean())) {
                message.writeBytes(end(framing, isEbcdic, random));
            }
        }
        return message.toByteArray();
    }

    private static byte[] end(String framing, boolean isEbcdic, Random random) {
        if (framing.contains("crlf")) {
            return bytes("0D0A");
        }
        List<String> ends = isEbcdic ? List.of("15", "25", "0D15", "0D25") : List.of("0A", "0D0A");
        return bytes(ends.get(random.nextInt(ends.size())));
    }

    /** Mostly what reads as text and numbers; sometimes anything. */
    private static byte[] record(boolean isEbcdic, int length, Random random) {
        byte[] likely =
                isEbcdic ? bytes("F0F1F2C3D440604B123C4F00F95B") : "0123 -.ABC".getBytes(StandardCharsets.US_ASCII);
        byte[] record = new byte[length];
        int alike = 1 + random.nextInt(likely.length);
        for (int i = 0; i < length; i++) {
            record[i] = random.nextInt(20) == 0 ? (byte) random.nextInt(0x100) : likely[random.nextInt(alike)];
        }
        return record;
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }
}
