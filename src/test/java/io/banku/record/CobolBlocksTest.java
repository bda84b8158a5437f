package io.banku.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.banku.copybook.CompileOptions;
import io.banku.copybook.CopyFolders;
import io.banku.copybook.Copybook;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * A COBOL program has written blocks of variable records (OCCURS DEPENDING ON, REDEFINES by type, SYNC), and printed what
 * is in them: we read the same. That it writes these bytes again {@link CobolValuesTest} asks.
 */
class CobolBlocksTest {
    private static final Path FOLDER = Path.of("src/test/resources/cobol");
    private static final int RECORDS = 40;

    @Test
    void everyRecordOfEveryBlockIsReadAsCobolPrintedIt() throws Exception {
        RecordDecoder decoder = decoder();
        List<Frame> records = records(Framing.of("bdw", null, CodePage.of("cp037")));
        int printed = 0;

        for (String line : Files.readAllLines(FOLDER.resolve("blocked.txt"))) {
            String[] told = line.split(" +");
            Frame record = records.get(Integer.parseInt(told[0]) - 1);
            FieldReader field = decoder.field(told[1]);
            if (field.isNumeric()) {
                assertThat(field.decimal(record)).as(line).isEqualByComparingTo(new BigDecimal(told[2]));
            } else {
                assertThat(field.text(record)).as(line).isEqualTo(told[2]);
            }
            printed++;
        }

        assertThat(printed).isGreaterThan(300);
        assertThat(records).hasSize(RECORDS);
    }

    /** Nothing is left over behind the last field, so no field was looked for too early. */
    @Test
    void everyRecordEndsBehindItsLastField() throws Exception {
        RecordDecoder decoder = decoder();
        FieldReader last = decoder.field("B-AFTER");

        for (Frame record : records(Framing.of("bdw", null, CodePage.of("cp037")))) {
            assertThat(last.offset(record) + last.item().length()).isEqualTo(record.length);
        }
    }

    /** Read without its blocks the file must not look like one of records. */
    @Test
    void theBlocksAreNoRecords() throws Exception {
        byte[] file = Files.readAllBytes(FOLDER.resolve("blocked.bin"));

        assertThat(Framed.fault(Framing.rdw(), file)).hasMessageContaining("found a block of records after 01 ");
    }

    private static RecordDecoder decoder() throws IOException {
        CompileOptions members = CompileOptions.DEFAULT.with(CopyFolders.of(List.of(FOLDER)));
        String copybook = Files.readString(FOLDER.resolve("BLOCKED.cpy"));
        return RecordDecoder.of(Copybook.parse("BLOCKED.cpy", copybook, members), CodePage.of("cp037"));
    }

    private static List<Frame> records(Framing framing) throws Exception {
        byte[] file = Files.readAllBytes(FOLDER.resolve("blocked.bin"));
        List<Frame> records = new ArrayList<>();
        try (RecordSource source = framing.open(new ByteArrayInputStream(file))) {
            Frame frame = new Frame();
            while (source.next(frame)) {
                byte[] record = Arrays.copyOfRange(frame.bytes, frame.start, frame.start + frame.length);
                records.add(OneField.frame(record));
            }
        }
        return records;
    }
}
