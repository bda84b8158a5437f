package io.banku.bench.decode;

import io.banku.copybook.Copybook;
import io.banku.copybook.Elementary;
import io.banku.copybook.Group;
import io.banku.copybook.Layout;
import io.banku.record.CodePage;
import io.banku.record.Dialect;
import io.banku.record.RecordEncoder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * The records that all decoders read: movements of accounts with a dozen numbers (four zoned, five packed, three binary), one
 * behind the other in one array that fits a processor's cache, as a chunk of a file does.
 *
 * @param length of each record, 120 or 350 bytes
 */
record Movements(int length, String copybook, Layout layout, byte[] bytes) {
    static final int COUNT = 8192;
    private static final long SEED = 19870301;

    static Movements of(int length) {
        String file = "movement-" + length + ".cpy";
        String copybook = text(file);
        Layout layout = Copybook.parse(file, copybook);
        RecordEncoder encoder = RecordEncoder.of(layout, Dialect.of(CodePage.of("cp037")), Map.of());
        Random random = new Random(SEED);
        byte[] bytes = new byte[COUNT * length];
        for (int i = 0; i < COUNT; i++) {
            Map<String, String> values = new LinkedHashMap<>(Map.of("MV-TYPE", "DP"));
            numbers(layout).forEach(field -> values.put(field.name(), value(field, random)));
            System.arraycopy(encoder.record(values), 0, bytes, i * length, length);
        }
        return new Movements(length, copybook, layout, bytes);
    }

    /** Its numeric items, in the order of the copybook. */
    List<Elementary> numbers() {
        return numbers(layout);
    }

    private static List<Elementary> numbers(Layout layout) {
        return ((Group) layout.roots().get(0))
                .items().stream()
                        .map(Elementary.class::cast)
                        .filter(item -> item.picture().isNumeric())
                        .toList();
    }

    /** As many leading zeros as the fields of a bank have: none or many. */
    private static String value(Elementary field, Random random) {
        int digits = 1 + random.nextInt(field.picture().size());
        BigInteger unscaled = new BigInteger(4 * digits, random).mod(BigInteger.TEN.pow(digits));
        boolean minus = field.picture().signed() && random.nextInt(4) == 0;
        return new BigDecimal(
                        minus ? unscaled.negate() : unscaled, field.picture().scale())
                .toPlainString();
    }

    private static String text(String file) {
        try (InputStream in = Movements.class.getResourceAsStream(file)) {
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
