package io.banku.inspect;

import io.banku.record.Container;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * What a file is packed in. Immutable.
 *
 * @param told a sentence without its full stop; empty where it is not packed
 * @param content what is in it; the file itself where it is not packed; empty where it cannot be read here
 */
record Packing(String told, Optional<Bytes> content) {
    private static final int HEAD = 1 << 16;
    private static final int MOST_NAMED = 5;

    static Packing of(Path file) throws IOException {
        return of(file, Watch.NONE);
    }

    static Packing of(Path file, Watch watch) throws IOException {
        byte[] head;
        try (InputStream stream = Files.newInputStream(file)) {
            head = stream.readNBytes(HEAD);
        }
        Container container = Container.of(head, head.length);
        return switch (container) {
            case NONE -> new Packing("", Optional.of(Bytes.of(file, watch)));
            case GZIP -> new Packing("gzip, which every framing unpacks", Optional.of(Bytes.of(file, watch)));
            case ZIP -> zip(file);
            default -> new Packing("BNK-3032 " + container.told() + ": " + container.advice(), Optional.empty());
        };
    }

    /** One file in an archive is looked at; of several nobody knows which is meant. */
    private static Packing zip(Path file) throws IOException {
        try (ZipFile archive = new ZipFile(file.toFile())) {
            List<? extends ZipEntry> files =
                    archive.stream().filter(each -> !each.isDirectory()).toList();
            if (files.size() == 1) {
                String name = files.get(0).getName();
                return new Packing(
                        "zip, with " + name + " in it, which is looked at here; unpack it before a feed is to read it",
                        Optional.of(() -> ZipContent.open(file, name)));
            }
            List<String> names =
                    files.stream().limit(MOST_NAMED).map(ZipEntry::getName).toList();
            return new Packing(
                    "BNK-3032 a zip archive of " + Told.counted(files.size(), "file") + " (" + String.join(", ", names)
                            + (files.size() > MOST_NAMED ? ", …" : "") + "): unpack it, and inspect each",
                    Optional.empty());
        } catch (ZipException damaged) {
            return new Packing(
                    "BNK-3032 a zip archive that is damaged (" + damaged.getMessage() + "): ask for it again",
                    Optional.empty());
        }
    }
}
