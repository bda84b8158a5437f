package io.banku.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.banku.copybook.Copybook;
import io.banku.copybook.Layout;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is written around and between the records of a file. */
class FramedFileTest {
    private static final Layout LAYOUT = Copybook.parse("R.cpy", " 01  R.\n     05  A PIC X(20000).\n");
    private static final Dialect DIALECT = Dialect.of(CodePage.of("cp037"));

    @Test
    void aBlockHasAsManyRecordsAsGoIntoHalfATrack() throws IOException, FramingException {
        byte[] file = written("bdw", 5_000, 20_000, 20_000, 100);

        assertThat(word(file, 0)).as("of 5,000 and 20,000 bytes").isEqualTo(4 + 4 + 5_000 + 4 + 20_000);
        assertThat(word(file, 25_012)).as("of the rest").isEqualTo(4 + 4 + 20_000 + 4 + 100);
        assertThat(lengths("bdw", file)).containsExactly(5_000, 20_000, 20_000, 100);
    }

    @Test
    void fillersStandBehindEachSoManyBytesAndMarginsAroundAllOfThem() throws IOException, FramingException {
        String form = "{rdw: {skip-first: 7, skip-last: 3, blocked: 1012+2}}";
        byte[] file = written(form, 1_500, 800);

        assertThat(file).hasSize(7 + 4 + 1_500 + 4 + 800 + 3 + 2 * 2);
        assertThat(file[1_012]).isEqualTo((byte) 0x40);
        assertThat(lengths(form, file)).containsExactly(1_500, 800);
    }

    private static int word(byte[] file, int at) {
        return (file[at] & 0xFF) << 8 | file[at + 1] & 0xFF;
    }

    private static byte[] written(String form, int... lengths) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        FramedFile file = FramedFile.of(form, LAYOUT, DIALECT, bytes);
        for (int length : lengths) {
            byte[] record = new byte[length];
            Arrays.fill(record, (byte) 0xC1);
            file.write(file.fitted(record));
        }
        file.end();
        return bytes.toByteArray();
    }

    private static List<Integer> lengths(String form, byte[] file) throws IOException, FramingException {
        List<Integer> lengths = new ArrayList<>();
        Frame frame = new Frame();
        try (RecordSource source = Framing.of(form, LAYOUT, DIALECT).open(new ByteArrayInputStream(file))) {
            while (source.next(frame)) {
                lengths.add(frame.length);
            }
        }
        return lengths;
    }
}
