package io.banku.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The targets of a coverage-guided run, without the guide: random bytes, and files and copybooks of ours that are spoilt. */
@Tag("long")
class RandomInputTest {
    private static final int ROUNDS = 3_000;
    private static final int MOST_COPIED = 2_000;

    @Test
    void aFileIsRecordsWithValuesOrAnErrorOfOurs() throws Exception {
        List<byte[]> files = read(Path.of("src/test/resources/cobol"), ".bin");

        Fuzz.rounds(ROUNDS, random -> {
            byte[] input = random.nextBoolean() ? bytes(random, random.nextInt(300)) : part(random, files);
            spoil(random, input);
            FileTarget.fuzzerTestOneInput(input);
        });
    }

    @Test
    void aCopybookIsALayoutOrFaultsWithTheirPlaces() throws Exception {
        List<byte[]> copybooks = read(Path.of("sample-mainframe-files"), ".cpy");

        Fuzz.rounds(ROUNDS, random -> {
            byte[] input = copybooks.get(random.nextInt(copybooks.size())).clone();
            spoil(random, input);
            CopybookTarget.fuzzerTestOneInput(input);
        });
    }

    private static List<byte[]> read(Path folder, String ending) throws Exception {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> found = files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
            return found.stream().map(RandomInputTest::bytes).toList();
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static byte[] bytes(Random random, int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    /** Of a file, behind the two bytes that choose how it is read. */
    private static byte[] part(Random random, List<byte[]> files) {
        byte[] file = files.get(random.nextInt(files.size()));
        byte[] input = new byte[Math.min(file.length, random.nextInt(MOST_COPIED)) + 2];
        System.arraycopy(file, 0, input, 2, input.length - 2);
        input[0] = (byte) random.nextInt(0x100);
        input[1] = (byte) random.nextInt(0x100);
        return input;
    }

    private static void spoil(Random random, byte[] input) {
        byte[] telling = "0123456789 .'\"-*()=:PXSV\n\t".getBytes(StandardCharsets.US_ASCII);
        for (int i = random.nextInt(6); i > 0 && input.length > 0; i--) {
            boolean isTelling = random.nextBoolean();
            input[random.nextInt(input.length)] =
                    isTelling ? telling[random.nextInt(telling.length)] : (byte) random.nextInt(0x100);
        }
    }
}
