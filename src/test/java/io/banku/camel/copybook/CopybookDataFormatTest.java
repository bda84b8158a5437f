package io.banku.camel.copybook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.banku.docs.Page;
import io.banku.fuzz.Fuzz;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.FailedToStartRouteException;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.DataFormat;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CopybookDataFormatTest {
    private static final Pattern ROUTES = Pattern.compile("(?m)^```yaml\\n(.*?)^```", Pattern.DOTALL);
    private static final Path SAMPLE = Path.of("sample-mainframe-files/daily-transactions/TXN.D261120.BIN");

    @TempDir
    Path folder;

    private final CamelContext camel = new DefaultCamelContext();
    private Path copybook;

    @BeforeEach
    void writeCopybook() throws Exception {
        copybook = Files.writeString(folder.resolve("REC.cpy"), """
                       01  REC.
                           05  R-ID        PIC 99.
                           05  R-AMOUNT    PIC S9(3)V99 COMP-3.
                           05  R-LINES.
                               10  R-COUNT PIC 9.
                               10  R-LINE OCCURS 0 TO 3 DEPENDING ON R-COUNT.
                                   15  R-TEXT  PIC X(2).
                """);
    }

    @AfterEach
    void stopCamel() throws Exception {
        camel.close();
    }

    @Test
    void theExampleOfThePageRuns() throws Exception {
        var routes = ROUTES.matcher(Page.of("docs/reference/data-format.md").text());
        assertThat(routes.find()).isTrue();
        PluginHelper.getRoutesLoader(camel)
                .loadRoutes(ResourceHelper.fromString("example.camel.yaml", routes.group(1)));
        camel.start();
        byte[] file = Files.readAllBytes(SAMPLE);

        List<?> records = camel.createProducerTemplate().requestBody("direct:records-to-maps", file, List.class);
        byte[] written = camel.createProducerTemplate().requestBody("direct:maps-to-records", records, byte[].class);
        List<?> again = camel.createProducerTemplate().requestBody("direct:records-to-maps", written, List.class);

        assertThat(records).hasSizeGreaterThan(10);
        assertThat(again).hasSameSizeAs(records);
        for (int i = 0; i < records.size(); i++) {
            assertThat(fields(again.get(i))).containsAllEntriesOf(fields(records.get(i)));
        }
    }

    @Test
    void recordsBecomeMapsAndMapsTheSameRecords() throws Exception {
        CopybookDataFormat format = format();
        format.setFraming("{rdw: {inclusive: false}}");
        byte[] file = bytes("000A0000 F0F1 01234D F2 C1C2 C3C4  00060000 F0F2 00500C F0");

        List<?> records = (List<?>) unmarshalled(format, file);

        assertThat(records)
                .isEqualTo(List.of(
                        Map.of(
                                "R-ID", new BigDecimal("1"),
                                "R-AMOUNT", new BigDecimal("-12.34"),
                                "R-LINES",
                                        Map.of(
                                                "R-COUNT",
                                                new BigDecimal("2"),
                                                "R-LINE",
                                                List.of(Map.of("R-TEXT", "AB"), Map.of("R-TEXT", "CD")))),
                        Map.of(
                                "R-ID", new BigDecimal("2"),
                                "R-AMOUNT", new BigDecimal("5.00"),
                                "R-LINES", Map.of("R-COUNT", new BigDecimal("0")))));
        assertThat(template(format).requestBody("direct:marshal", records, byte[].class))
                .isEqualTo(file);
    }

    @Test
    void recordsBecomeJsonAndJsonRecords() throws Exception {
        CopybookDataFormat format = format();
        format.setFraming("rdw");
        format.setForm(CopybookDataFormat.Form.JSON);

        Object json = unmarshalled(format, bytes("000A0000 F0F1 01234D F0"));

        assertThat(json).isEqualTo("[{\"R-ID\":1,\"R-AMOUNT\":-12.34,\"R-LINES\":{\"R-COUNT\":0}}]");
        assertThat(template(format).requestBody("direct:marshal", json, byte[].class))
                .isEqualTo(bytes("000A0000 F0F1 01234D F0"));
    }

    @Test
    void linesAreWrittenWithTheirEnds() throws Exception {
        CopybookDataFormat format = format();
        format.setEncoding("us-ascii");
        format.setFraming("{lines: {end: crlf}}");

        byte[] written = template(format)
                .requestBody("direct:marshal", Map.of("R-ID", 7, "R-LINES", Map.of("R-COUNT", 0)), byte[].class);

        assertThat(written).isEqualTo(bytes("3037 00000C 30 0D0A"));
    }

    @Test
    void aFieldThatDoesNotDecodeFailsTheMessageWithItsPlaceAndBytes() throws Exception {
        CopybookDataFormat format = format();
        format.setFraming("rdw");

        assertThatThrownBy(() -> unmarshalled(format, bytes("000A0000 F0F1 012345 F0")))
                .cause()
                .isInstanceOf(RecordsException.class)
                .hasMessageStartingWith("BNK-2006 R-AMOUNT at record 1, byte 0x2, PIC S9(3)V99 COMP-3: expected")
                .hasMessageEndingWith("[01 23 45]");
        assertThatThrownBy(() -> unmarshalled(format, bytes("00FF0000 F0F1")))
                .hasRootCauseMessage(
                        "expected a record of 255 bytes by its descriptor word 00 FF 00 00 after 0 records,"
                                + " found 6 before the end of the file. The file begins 00 FF 00 00 F0 F1");
    }

    @Test
    void aRecordThatGoesOnBehindItsLayoutFailsTheMessageUnlessThatIsIgnored() throws Exception {
        byte[] twoInOne = bytes("000F0000 F0F1 01234D F0 F0F2 00500C");
        CopybookDataFormat strict = format();
        strict.setFraming("rdw");
        CopybookDataFormat lenient = format();
        lenient.setFraming("rdw");
        lenient.setDialect(Map.of("longer", "ignored"));

        assertThatThrownBy(() -> unmarshalled(strict, twoInOne))
                .cause()
                .isInstanceOf(RecordsException.class)
                .hasMessageStartingWith(
                        "BNK-2020 REC at record 1, byte 0x6: expected the record to end after the 6 bytes"
                                + " of its layout (R-COUNT 0), found 5 more");
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:lenient").unmarshal(lenient);
            }
        });
        assertThat((List<?>) camel.createProducerTemplate().requestBody("direct:lenient", twoInOne))
                .hasSize(1);
    }

    @Test
    void theTextOfARecordThatIsShorterThanItsLayoutComesBack() throws Exception {
        Files.writeString(copybook, """
                       01  REC.
                           05  R-KIND      PIC X.
                           05  R-BODY      PIC X(20).
                           05  R-AMOUNT    REDEFINES R-BODY PIC S9(3) COMP-3.
                """);
        CopybookDataFormat format = format();
        format.setFraming("rdw");

        Object records = unmarshalled(format, bytes("00080000 C3 C1C2C3"));
        byte[] written = template(format).requestBody("direct:marshal", records, byte[].class);

        assertThat(((Map<?, ?>) ((List<?>) records).get(0)).get("R-BODY")).isEqualTo("ABC");
        assertThat(written).isEqualTo(bytes("00080000 C3 C1C2C3"));
    }

    /** A filler, a sign of another kind, spare bits, blanks for a number: nothing of it is a value. */
    @Test
    void whatNoValueSaysComesBackToo() throws Exception {
        Files.writeString(copybook, """
                       01  REC.
                           05  R-ID        PIC S999.
                           05  FILLER      PIC X(3).
                           05  R-AMOUNT    PIC S9(4) COMP-3.
                           05  R-LEFT      PIC 99.
                """);
        CopybookDataFormat format = format();
        byte[] file = bytes("F0F0F1 010203 00123F F1F2  F0F0C2 404040 01234C F1F2");

        List<?> records = (List<?>) unmarshalled(format, file);

        assertThat(fields(records.get(0))).containsEntry("R-ID", "1").containsKey("@bytes");
        assertThat(fields(records.get(1))).as("its values say all of it").doesNotContainKey("@bytes");
        assertThat(template(format).requestBody("direct:marshal", records, byte[].class))
                .isEqualTo(file);
    }

    @Test
    void aLineComesBackWithTheEndThatItHad() throws Exception {
        Files.writeString(copybook, "       01  REC.\n           05  R-ID PIC 99.\n");
        CopybookDataFormat format = format();
        format.setFraming("lines");
        format.setEncoding("us-ascii");
        byte[] file = bytes("3031 0D0A 3032 0A 3033");

        List<?> records = (List<?>) unmarshalled(format, file);

        assertThat(records)
                .isEqualTo(List.of(
                        Map.of("R-ID", new BigDecimal(1), "@end", "0d0a"),
                        Map.of("R-ID", new BigDecimal(2)),
                        Map.of("R-ID", new BigDecimal(3), "@end", "")));
        assertThat(template(format).requestBody("direct:marshal", records, byte[].class))
                .isEqualTo(file);
        List<?> turned = List.of(records.get(2), records.get(0));
        assertThat(template(format).requestBody("direct:marshal", turned, byte[].class))
                .as("only a last line has no end")
                .isEqualTo(bytes("3033 0A 3031 0D0A"));
        assertThatThrownBy(() ->
                        template(format).requestBody("direct:marshal", Map.of("R-ID", 1, "@end", "2c"), byte[].class))
                .rootCause()
                .hasMessage("expected a line end of the framing lines, 0A for example, found 2C");
    }

    @Test
    void aValueThatWasChangedIsWrittenOverTheBytesThatWereThere() throws Exception {
        Files.writeString(copybook, """
                       01  REC.
                           05  R-ID        PIC 999.
                           05  FILLER      PIC X(3).
                           05  R-LEFT      PIC 99.
                """);
        CopybookDataFormat format = format();
        Map<String, Object> record = first(unmarshalled(format, bytes("F0F0F1 010203 F1F2")));

        record.put("R-LEFT", 34);
        assertThat(template(format).requestBody("direct:marshal", record, byte[].class))
                .isEqualTo(bytes("F0F0F1 010203 F3F4"));
        record.remove("@bytes");
        assertThat(template(format).requestBody("direct:marshal", record, byte[].class))
                .as("without what was there")
                .isEqualTo(bytes("F0F0F1 404040 F3F4"));

        record.put("@bytes", "f0f0f1010203f1f2");
        record.put("R-LEFT", null);
        assertThatThrownBy(() -> template(format).requestBody("direct:marshal", record, byte[].class))
                .rootCause()
                .hasMessage(
                        "expected a value of R-LEFT, which is 12 in the record's @bytes, found none: give one, or take"
                                + " @bytes away");
        record.put("@bytes", "f0f");
        assertThatThrownBy(() -> template(format).requestBody("direct:marshal", record, byte[].class))
                .cause()
                .hasMessageStartingWith("expected hex digits in @bytes, found ");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> first(Object records) {
        return (Map<String, Object>) ((List<?>) records).get(0);
    }

    @ParameterizedTest
    @EnumSource
    void whateverCanBeReadComesBackByteByByte(CopybookDataFormat.Form form) throws Exception {
        Files.writeString(copybook, """
                       01  REC.
                           05  R-KIND      PIC X.
                           05  R-BODY.
                               10  R-A     PIC S9(3) COMP-3.
                               10  R-B     PIC S9(4) COMP.
                               10  R-C     PIC S99V9.
                               10  FILLER  PIC X(2).
                           05  R-OTHER     REDEFINES R-BODY PIC X(9).
                           05  R-COUNT     PIC 9.
                           05  R-LINE      OCCURS 0 TO 3 DEPENDING ON R-COUNT PIC X(2).
                """);
        CopybookDataFormat format = format();
        format.setFraming("rdw");
        format.setForm(form);
        format.setDialect(Map.of("longer", "ignored"));
        AtomicInteger read = new AtomicInteger();
        Fuzz.rounds(2_000, random -> {
            byte[] file = randomRecord(random);
            Object records;
            try {
                records = unmarshalled(format, file);
            } catch (CamelExecutionException noRecord) {
                return;
            }
            read.incrementAndGet();
            assertThat(template(format).requestBody("direct:marshal", records, byte[].class))
                    .isEqualTo(file);
        });
        assertThat(read).hasValueGreaterThan(300);
    }

    /** Mostly one that can be read. */
    private static byte[] randomRecord(Random random) {
        byte[] record = new byte[random.nextInt(8) == 0 ? 1 + random.nextInt(20) : 15 + random.nextInt(6)];
        byte[] digits = bytes("F0F1F2F9C3D4404A");
        for (int i = 0; i < record.length; i++) {
            record[i] = random.nextInt(9) == 0 ? (byte) random.nextInt(0x100) : digits[random.nextInt(digits.length)];
        }
        if (record.length > 10) {
            record[1] = (byte) (random.nextInt(10) << 4 | random.nextInt(10));
            record[2] = (byte) (random.nextInt(10) << 4 | 0xA + random.nextInt(6));
            record[10] = (byte) (0xF0 + random.nextInt(3));
        }
        byte[] file = new byte[record.length + 4];
        file[1] = (byte) file.length;
        System.arraycopy(record, 0, file, 4, record.length);
        return file;
    }

    @Test
    void aRecordThatItsFramingCannotHoldIsRefused() throws Exception {
        assertThatThrownBy(() -> template(format())
                        .requestBody("direct:marshal", Map.of("R-LINES", Map.of("R-COUNT", 1)), byte[].class))
                .rootCause()
                .hasMessageContaining("expected a record of 12 bytes for the framing fixed, found 8");
    }

    @Test
    void aNumberOfMoreDigitsThanMemoryIsRefused() throws Exception {
        Map<String, Object> record = Map.of("R-ID", new BigDecimal("1E+999999999"));

        assertThatThrownBy(() -> template(format()).requestBody("direct:marshal", record, byte[].class))
                .rootCause()
                .hasMessageContaining("R-ID")
                .hasMessageContaining("1E+999999999");
    }

    @Test
    void whatIsNeitherMapNorJsonIsRefused() throws Exception {
        assertThatThrownBy(() -> template(format()).requestBody("direct:marshal", List.of(4711), byte[].class))
                .rootCause()
                .hasMessage("expected a map for each record, found a java.lang.Integer");
    }

    @Test
    void camelFindsItByItsName() {
        assertThat(camel.resolveDataFormat("copybook")).isInstanceOf(CopybookDataFormat.class);
    }

    @Test
    void itDoesNotStartWithoutACopybook() {
        assertThatThrownBy(() -> template(new CopybookDataFormat()))
                .isInstanceOfAny(FailedToStartRouteException.class, RuntimeException.class)
                .rootCause()
                .hasMessage("expected the data format's option 'copybook', found none");
    }

    private static Map<String, String> fields(Object record) {
        Map<String, String> fields = new LinkedHashMap<>();
        RecordMaps.flatten((Map<?, ?>) record, fields);
        return fields;
    }

    private CopybookDataFormat format() {
        CopybookDataFormat format = new CopybookDataFormat();
        format.setCopybook("file:" + copybook);
        return format;
    }

    private Object unmarshalled(DataFormat format, byte[] file) throws Exception {
        return template(format).requestBody("direct:unmarshal", file);
    }

    private ProducerTemplate template(DataFormat format) throws Exception {
        if (!camel.isStarted()) {
            camel.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:unmarshal").unmarshal(format);
                    from("direct:marshal").marshal(format);
                }
            });
            camel.start();
        }
        return camel.createProducerTemplate();
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex.replace(" ", ""));
    }
}
