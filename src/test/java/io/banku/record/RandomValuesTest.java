package io.banku.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.banku.copybook.Copybook;
import io.banku.copybook.Layout;
import io.banku.fuzz.Fuzz;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever values a record is to be written of: bytes from which the same values are read, or an error of ours. */
@Tag("long")
class RandomValuesTest {
    private static final int ROUNDS = 3_000;

    private static final Layout LAYOUT = Copybook.parse("R.cpy", """
            01 R.
               05 ZONED      PIC S9(3)V99.
               05 UNSIGNED   PIC 9(3) BLANK WHEN ZERO.
               05 SEPARATE   PIC S9(2) SIGN LEADING SEPARATE.
               05 PACKED     PIC S9(4) COMP-3.
               05 SCALED     PIC 9(2)PP.
               05 BINARY-1   PIC S9(4) COMP.
               05 NATIVE     PIC 9(4) COMP-5.
               05 SHORT      COMP-1.
               05 EDITED     PIC $$9.99CR.
               05 EXPONENT   PIC -9.9E+99.
               05 NATIONAL-1 PIC N(3).
               05 DIGITS     PIC 9(2) NATIONAL.
               05 TEXT-1     PIC X(4).
               05 OTHER      REDEFINES TEXT-1 PIC 9(4).
               05 N          PIC S9.
               05 LINE-1     PIC S9 COMP-3 OCCURS 0 TO 3 DEPENDING ON N.
               05 M          PIC 9(2).
               05 NOTE       PIC X OCCURS 1 TO 12 DEPENDING ON M.
            """);

    private static final List<String> NAMES = List.of(
            "ZONED",
            "UNSIGNED",
            "SEPARATE",
            "PACKED",
            "SCALED",
            "BINARY-1",
            "NATIVE",
            "SHORT",
            "EDITED",
            "EXPONENT",
            "NATIONAL-1",
            "DIGITS",
            "TEXT-1",
            "OTHER",
            "N",
            "LINE-1(1)",
            "LINE-1(3)",
            "M",
            "NOTE(1)",
            "NOTE(12)");

    private static final String[] VALUES = {
        "0",
        "1",
        "-1",
        "+3",
        " 7 ",
        "12",
        "-99",
        "4711",
        "1.5",
        "-0.01",
        "2.0",
        "00003",
        "100",
        "65535",
        "1E5",
        "1E99",
        "",
        " ",
        "A",
        "A B",
        "ABCDE",
        "Ä",
        "€",
        "\u0000",
        "-",
        ".",
        "9".repeat(30),
        "0." + "0".repeat(30) + "1",
    };

    @ParameterizedTest
    @ValueSource(
            strings = {
                "odo=compact",
                "odo=padded",
                "odo=maximum",
                "spaces=null",
                "encoding=us-ascii trunc=bin",
                "float=ieee"
            })
    void aRecordHasTheValuesOrThereIsAnError(String words) {
        Dialect dialect = OneField.dialect(words);
        RecordEncoder encoder = RecordEncoder.of(LAYOUT, dialect, Map.of());
        RecordDecoder decoder = RecordDecoder.of(LAYOUT, dialect, Map.of());
        AtomicInteger written = new AtomicInteger();
        Fuzz.rounds(ROUNDS, random -> {
            Map<String, String> values = values(random);
            try {
                Frame record = OneField.frame(encoder.record(values));
                for (Map.Entry<String, String> each : values.entrySet()) {
                    assertThat(isRead(decoder.field(each.getKey()), record, each.getValue()))
                            .as(values + " gave " + OneField.hex(record) + ", but not " + each)
                            .isTrue();
                }
                written.incrementAndGet();
            } catch (IllegalArgumentException refused) {
                assertThat(refused.getMessage()).as(values.toString()).contains("expected ");
            }
        });
        assertThat(written).hasPositiveValue();
    }

    /** No more than one of two descriptions of the same bytes. */
    private static Map<String, String> values(Random random) {
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = random.nextInt(4); i >= 0; i--) {
            String name = NAMES.get(random.nextInt(NAMES.size()));
            boolean isFiller = random.nextInt(10) == 0;
            values.put(name, isFiller ? null : VALUES[random.nextInt(VALUES.length)]);
        }
        if (values.containsKey("TEXT-1")) {
            values.remove("OTHER");
        }
        return values;
    }

    private static boolean isRead(FieldReader field, Frame record, String value) throws FieldException {
        if (!field.isNumeric()) {
            return field.text(record).stripTrailing().equals(value.stripTrailing());
        }
        BigDecimal read = field.decimal(record);
        return value == null ? read == null : read.compareTo(new BigDecimal(value.strip())) == 0;
    }
}
