package io.banku.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.banku.copybook.Copybook;
import io.banku.copybook.Elementary;
import io.banku.copybook.Picture.Category;
import io.banku.fuzz.Fuzz;
import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the bytes are: a value or a FieldException, and nothing else. */
class RandomBytesTest {
    private static final int ROUNDS = 2_000;

    /** That of the round in hand. */
    private Random random;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X(7)",
                "9(7)",
                "9(7) BLANK WHEN ZERO",
                "S9(7)",
                "S9(7) LEADING",
                "S9(7) TRAILING SEPARATE",
                "S9(7) LEADING SEPARATE",
                "S9(25)",
                "S9(25) LEADING SEPARATE",
                "S9(7) COMP-3",
                "9(6) COMP-3",
                "S9(25) COMP-3",
                "S9(4) COMP",
                "9(9) COMP",
                "S9(18) COMP",
                "9(18) COMP",
                "9(4) COMP-5",
                "9(18) COMP-5",
                "S9(18) COMP-5",
                "S9(5)PP COMP-3",
                "VPP9(4)",
                "Z(3)9.99-",
                "$$,$$9.99CR",
                "****.**",
                "-9.9E+99",
                "COMP-1",
                "COMP-2",
                "N(4) NATIONAL",
                "9(4) NATIONAL",
                "POINTER"
            })
    void aFieldIsAValueOrAFieldException(String clauses) {
        for (String encoding : List.of("cp037", "us-ascii")) {
            FieldReader field = OneField.of(clauses, encoding);
            AtomicInteger refusals = new AtomicInteger();
            Fuzz.rounds(ROUNDS, round -> {
                random = round;
                if (!isRead(field, randomFrame(field.item().length()))) {
                    refusals.incrementAndGet();
                }
            });
            assertThat(refusals).as("short records at least").hasPositiveValue();
        }
    }

    /** Values written by the definition come back exactly, and their text reads as the same number. */
    @Test
    void aPackedNumberComesBackAsItWasWritten() {
        Fuzz.rounds(ROUNDS, round -> {
            random = round;
            int digits = 1 + random.nextInt(31);
            int scale = random.nextInt(digits + 1);
            String unscaled = randomDigits(digits);
            boolean negative = random.nextBoolean();
            String picture = picture(digits, scale);
            String hex = (digits % 2 == 0 ? "0" : "") + unscaled + (negative ? "D" : "C");
            BigDecimal written = new BigDecimal((negative ? "-" : "") + unscaled).movePointLeft(scale);
            FieldReader field = OneField.of(picture + " COMP-3", "cp037");

            assertThat(field.decimal(OneField.frame(hex)))
                    .as(picture + " " + hex)
                    .isEqualTo(written.setScale(scale));
            assertThat(new BigDecimal(field.text(OneField.frame(hex)))).isEqualByComparingTo(written);
        });
    }

    @Test
    void aZonedNumberComesBackAsItWasWritten() {
        Fuzz.rounds(ROUNDS, round -> {
            random = round;
            int digits = 1 + random.nextInt(31);
            int scale = random.nextInt(digits + 1);
            String unscaled = randomDigits(digits);
            boolean negative = random.nextBoolean();
            String zones = "F".repeat(digits - 1) + (negative ? "D" : "C");
            StringBuilder hex = new StringBuilder();
            for (int d = 0; d < digits; d++) {
                hex.append(zones.charAt(d)).append(unscaled.charAt(d));
            }
            BigDecimal written = new BigDecimal((negative ? "-" : "") + unscaled).movePointLeft(scale);
            FieldReader field = OneField.of(picture(digits, scale), "cp1047");

            assertThat(field.decimal(OneField.frame(hex.toString())))
                    .as(hex.toString())
                    .isEqualTo(written.setScale(scale));
        });
    }

    @Test
    void aBinaryNumberComesBackAsItWasWritten() {
        Fuzz.rounds(100, round -> {
            random = round;
            for (int digits = 1; digits <= 18; digits++) {
                FieldReader field = OneField.of("S9(" + digits + ") COMP", "cp037");
                long written = Long.parseLong(randomDigits(digits)) * (random.nextBoolean() ? 1 : -1);
                String hex = String.format("%016X", written)
                        .substring(16 - 2 * field.item().length());

                assertThat(field.unscaled(OneField.frame(hex))).as(hex).isEqualTo(written);
            }
        });
    }

    /** A second reading of the bytes, by the book and on hexadecimal digits: value or not, and which one, must be the same. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "9(3)",
                "S9(3)",
                "S9(3) LEADING",
                "S9(3) TRAILING SEPARATE",
                "9(4) COMP-3",
                "S9(5) COMP-3",
                "S9(4) COMP",
                "9(4) COMP",
                "S9(4) COMP-5",
                "COMP-1",
                "COMP-2"
            })
    void aValueIsReadOnlyWhereASecondReadingFindsTheSame(String clauses) {
        for (String words : List.of("-", "signs=strict", "signs=lenient", "trunc=bin", "endian=little", "float=ieee")) {
            Dialect dialect = OneField.dialect(words);
            FieldReader field = OneField.of(clauses, dialect);
            NaiveReading naive = new NaiveReading((Elementary) field.item(), dialect);
            AtomicInteger values = new AtomicInteger();
            Fuzz.rounds(ROUNDS, round -> {
                random = round;
                Frame frame = frame(likelyNumber(field.item().length()));
                String hex = Hex.of(frame.bytes, 0, frame.length).replace(" ", "");

                BigDecimal expected = naive.value(hex);
                String found = OneField.valueOrCode(field, frame);

                assertThat(found.startsWith("BNK"))
                        .as("%s %s %s", clauses, words, hex)
                        .isEqualTo(expected == null);
                if (expected != null) {
                    values.incrementAndGet();
                    assertThat(new BigDecimal(found))
                            .as("%s %s %s", clauses, words, hex)
                            .isEqualByComparingTo(expected);
                }
            });
            assertThat(values).as(clauses + " " + words).hasPositiveValue();
        }
    }

    @Test
    void theMessageOfARefusedFieldShowsItsBytes() {
        FieldReader field = RecordDecoder.of(
                        Copybook.parse("F.cpy", "01 R.\n 05 FILLER PIC X(3).\n 05 F PIC S9(5) COMP-3.\n"),
                        CodePage.of("cp037"))
                .field("F");
        Fuzz.rounds(ROUNDS, round -> {
            random = round;
            byte[] bytes = likelyBytes(3 + random.nextInt(4));
            Frame frame = frame(bytes);
            try {
                field.unscaled(frame);
            } catch (FieldException refused) {
                String expected = Hex.of(bytes, 3, Math.min(6, bytes.length));
                assertThat(refused.hex()).isEqualTo(expected);
                assertThat(refused.code()).startsWith("BNK-20");
                assertThat(refused.getMessage()).isNotBlank();
            }
        });
    }

    /** Has decimals of its own in each value. */
    private static boolean isFloating(FieldReader field) {
        return field.item() instanceof Elementary item
                && (item.usage().isFloat() || item.picture().category() == Category.EXTERNAL_FLOAT);
    }

    private boolean isRead(FieldReader field, Frame frame) {
        boolean read = true;
        Oddity oddity = field.oddity(frame);
        try {
            field.text(frame);
        } catch (FieldException refused) {
            read = false;
        }
        try {
            BigDecimal decimal = field.decimal(frame);
            assertThat(read).as("text and decimal agree").isTrue();
            if (isFloating(field)) {
                return read;
            }
            assertThat(decimal.scale()).isEqualTo(field.scale());
            assertThat(field.unscaled(frame)).isEqualTo(decimal.unscaledValue().longValueExact());
        } catch (FieldException refused) {
            assertThat(refused.code()).startsWith("BNK-20");
            assertThat(read || oddity == null).as("what is illegal is not odd").isTrue();
        } catch (ArithmeticException tooLarge) {
            throw new AssertionError("unscaled gave a long for a number that is none", tooLarge);
        }
        return read;
    }

    private Frame randomFrame(int length) {
        boolean shortRecord = random.nextInt(20) == 0;
        return frame(likelyBytes(shortRecord ? random.nextInt(length) : length));
    }

    private static Frame frame(byte[] bytes) {
        Frame frame = new Frame();
        frame.bytes = bytes;
        frame.length = bytes.length;
        frame.number = 1;
        return frame;
    }

    /** Mostly bytes that stand in such files, so that the paths behind the first check are met too. */
    private byte[] likelyBytes(int length) {
        byte[] likely = {
            0x00, 0x04, 0x05, 0x0C, 0x12, 0x15, 0x25, 0x0A, 0x30, 0x31, 0x40, 0x5C, 0x60, (byte) 0xF1, (byte) 0xD5
        };
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = random.nextInt(4) == 0 ? (byte) random.nextInt(0x100) : likely[random.nextInt(likely.length)];
        }
        return bytes;
    }

    /** Digits with signs, plain or packed, some of them spoilt. */
    private byte[] likelyNumber(int length) {
        byte[] bytes = new byte[length];
        boolean isZoned = random.nextBoolean();
        for (int i = 0; i < length; i++) {
            int digits = isZoned ? 0xF0 | random.nextInt(10) : random.nextInt(10) << 4 | random.nextInt(10);
            bytes[i] = (byte) (random.nextInt(12) == 0 ? random.nextInt(0x100) : digits);
        }
        int at = random.nextInt(4) == 0 ? 0 : length - 1;
        byte[] separate = {0x4E, 0x60, 0x40};
        bytes[at] = isZoned && random.nextInt(3) == 0
                ? separate[random.nextInt(separate.length)]
                : (byte)
                        (isZoned
                                ? random.nextInt(16) << 4 | random.nextInt(10)
                                : bytes[at] & 0xF0 | random.nextInt(16));
        return bytes;
    }

    private String randomDigits(int count) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < count; i++) {
            digits.append(random.nextInt(10));
        }
        return digits.toString();
    }

    private static String picture(int digits, int scale) {
        String whole = digits > scale ? "9(" + (digits - scale) + ")" : "";
        return "S" + whole + (scale > 0 ? "V9(" + scale + ")" : "");
    }
}
