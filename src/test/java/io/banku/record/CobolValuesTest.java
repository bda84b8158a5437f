package io.banku.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.banku.copybook.Copybook;
import io.banku.copybook.DataItem;
import io.banku.copybook.Layout;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A COBOL program has moved the same values to fields of every kind, and printed what they became: we read the same. */
class CobolValuesTest {
    private static final Path FOLDER = Path.of("src/test/resources/cobol");
    private static final Path SAMPLES = Path.of("sample-mainframe-files/cobol");
    private static final List<String> WRITTEN = List.of(
            "every-use.ascii.bin",
            "every-use.overpunched.bin",
            "every-use.ebcdic.bin",
            "every-use.txt",
            "blocked.bin",
            "blocked.txt");

    /** Those that this compiler writes as the machine has them that it runs on. */
    private static final List<String> NATIVE = List.of("N-SHORT", "N-INT", "F-SHORT", "F-LONG");

    private final Layout layout = Copybook.parse("EVERYUSE.cpy", read("EVERYUSE.cpy"));

    /** What was printed of one value. */
    private record Printed(int record, String name, BigDecimal value) {}

    @ParameterizedTest
    @CsvSource({"ascii, us-ascii", "overpunched, us-ascii", "ebcdic, cp037"})
    void everyValueIsReadAsCobolPrintedIt(String file, String encoding) throws Exception {
        RecordDecoder decoder = RecordDecoder.of(layout, dialect(encoding), natives(encoding));
        List<byte[]> records = records(file);

        for (Printed printed : printed()) {
            BigDecimal found = decoder.field(printed.name()).decimal(frame(records, printed));

            assertThat(rounded(printed.name(), found))
                    .as("%s of value %d", printed.name(), printed.record())
                    .isEqualByComparingTo(rounded(printed.name(), printed.value()));
        }
    }

    /** COBOL writes the preferred signs, and so do we: not a bit differs. */
    @ParameterizedTest
    @CsvSource({"ascii, us-ascii", "ebcdic, cp037"})
    void everyValueIsWrittenAsCobolWroteIt(String file, String encoding) throws Exception {
        Dialect dialect = dialect(encoding);
        RecordDecoder decoder = RecordDecoder.of(layout, dialect, natives(encoding));
        RecordEncoder encoder = RecordEncoder.of(layout, dialect, natives(encoding));
        List<byte[]> records = records(file);

        for (Printed printed : printed()) {
            boolean isMinusCutOff = printed.value().signum() == 0; // of -1 in S9(5)PP the minus is left
            if (isMinusCutOff || printed.name().equals("LINE-COUNT")) {
                continue;
            }
            Frame read = frame(records, printed);
            FieldReader field = decoder.field(printed.name());
            Frame written = frame(records, printed);
            int at = written.start + field.offset(written);
            Arrays.fill(written.bytes, at, at + field.item().length(), (byte) 0x3F);

            encoder.field(printed.name()).write(field.decimal(read), written);

            assertThat(OneField.hex(written))
                    .as("%s of value %d", printed.name(), printed.record())
                    .isEqualTo(OneField.hex(read));
        }
    }

    @Test
    void theProgramWritesTheCommittedBytesAgain(@TempDir Path again) throws Exception {
        assumeTrue(isInstalled("cobc"), "cobc is not installed");

        Process process = new ProcessBuilder(
                        FOLDER.resolve("write-every-use").toString(),
                        again.toString(),
                        SAMPLES.toAbsolutePath().toString())
                .redirectErrorStream(true)
                .start();
        String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(told).isZero();
        for (String file : WRITTEN) {
            assertThat(Files.readAllBytes(again.resolve(file)))
                    .as(file)
                    .inHexadecimal()
                    .isEqualTo(Files.readAllBytes(FOLDER.resolve(file)));
        }
    }

    private static boolean isInstalled(String program) {
        return Arrays.stream(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    /** Floating point is printed with as many digits as it surely has. */
    private static BigDecimal rounded(String name, BigDecimal value) {
        return switch (name) {
            case "F-SHORT" -> value.round(new MathContext(7));
            case "F-LONG" -> value.round(new MathContext(15));
            default -> value;
        };
    }

    /** GnuCOBOL's -std=ibm does not truncate binary numbers. */
    private static Dialect dialect(String encoding) {
        return Dialect.of(CodePage.of(encoding)).with("trunc", "bin");
    }

    private Map<DataItem, Dialect> natives(String encoding) {
        Dialect little = dialect(encoding).with("endian", "little").with("float", "ieee");
        RecordDecoder names = RecordDecoder.of(layout, CodePage.of(encoding));
        Map<DataItem, Dialect> own = new HashMap<>();
        NATIVE.forEach(name -> own.put(names.item(name), little));
        return own;
    }

    /** Each value makes two records: what has no table, and the statement with its lines. */
    private static Frame frame(List<byte[]> records, Printed printed) {
        boolean isStatement =
                printed.name().startsWith("LINE") || printed.name().equals("BEHIND");
        return OneField.frame(records.get(2 * printed.record() - (isStatement ? 1 : 2)));
    }

    private static List<byte[]> records(String file) throws IOException, FramingException {
        byte[] bytes = Files.readAllBytes(FOLDER.resolve("every-use." + file + ".bin"));
        List<byte[]> records = new ArrayList<>();
        try (RecordSource source = Framing.rdw().open(new ByteArrayInputStream(bytes))) {
            Frame frame = new Frame();
            while (source.next(frame)) {
                records.add(Arrays.copyOfRange(frame.bytes, frame.start, frame.start + frame.length));
            }
        }
        return records;
    }

    private static List<Printed> printed() {
        List<Printed> printed = new ArrayList<>();
        int record = 0;
        for (String line : read("every-use.txt").lines().toList()) {
            String name = line.substring(0, line.indexOf('='));
            BigDecimal value =
                    new BigDecimal(line.substring(line.indexOf('=') + 1).strip());
            if (name.equals("RECORD")) {
                record = value.intValueExact();
            } else {
                printed.add(new Printed(record, name, value));
            }
        }
        assertThat(printed).hasSizeGreaterThan(700);
        return printed;
    }

    private static String read(String file) {
        try {
            return Files.readString(FOLDER.resolve(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
