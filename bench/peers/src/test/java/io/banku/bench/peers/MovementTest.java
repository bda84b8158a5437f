package io.banku.bench.peers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MovementTest {
    private static final Charset EBCDIC = Charset.forName("IBM037");

    @Test
    void aRecordIsReadAsItLies() {
        assertThat(Movement.of(record((byte) 0xF5)).amount()).isEqualTo("123.45");
        assertThat(Movement.of(record((byte) 0xD5)).amount()).isEqualTo("-123.45");
        assertThat(Movement.of(record((byte) 0xC5)))
                .extracting(Movement::account, Movement::bookedAt, Movement::text)
                .containsExactly("00000000000000000007", "20261121101500", "HOLDER");
    }

    @Test
    void asTextEachRecordIsALine(@TempDir Path folder) throws Exception {
        Path file = Files.write(folder.resolve("one.dat"), record((byte) 0xD5));
        Path text = folder.resolve("one.txt");

        Movement.writeAsText(file, text);

        assertThat(Files.readString(text)).hasSize(Movement.LENGTH + 1).startsWith("00000000000000000007HOLDER ");
    }

    private static byte[] record(byte lastOfAmount) {
        byte[] record = new byte[Movement.LENGTH];
        Arrays.fill(record, (byte) 0x40);
        put(record, 0, "00000000000000000007HOLDER");
        put(record, 50, "0000001234");
        record[60] = lastOfAmount;
        put(record, 77, "20261121101500");
        return record;
    }

    private static void put(byte[] record, int at, String text) {
        byte[] bytes = text.getBytes(EBCDIC);
        System.arraycopy(bytes, 0, record, at, bytes.length);
    }
}
