package io.banku.inspect;

import io.banku.record.CodePage;
import io.banku.record.Frame;
import io.banku.record.Framing;
import io.banku.record.RecordSource;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** What transfers and other programs make of a sample. Made here byte by byte, not by the program that has to find it out. */
final class Mutated {
    private Mutated() {}

    static byte[] read(String file) {
        try {
            return Files.readAllBytes(Path.of(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static List<byte[]> records(String framing, byte[] file) {
        List<byte[]> records = new ArrayList<>();
        Framing known = Framing.of(framing, null, CodePage.of("cp037"));
        Frame frame = new Frame();
        try (RecordSource source = known.open(new ByteArrayInputStream(file))) {
            while (source.next(frame)) {
                records.add(Arrays.copyOfRange(frame.bytes, frame.start, frame.start + frame.length));
            }
            return records;
        } catch (IOException | io.banku.record.FramingException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** Each record behind a word of so many bytes; {@code zeros}: two of them before (-1), behind (1) or nowhere (0). */
    static byte[] described(List<byte[]> records, ByteOrder order, boolean inclusive, int width, int zeros) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        for (byte[] record : records) {
            int word = width + (zeros == 0 ? 0 : 2);
            int length = record.length + (inclusive ? word : 0);
            ByteBuffer bytes = ByteBuffer.allocate(word).order(order);
            bytes.position(zeros < 0 ? 2 : 0);
            if (width == 2) {
                bytes.putShort((short) length);
            } else {
                bytes.putInt(length);
            }
            file.writeBytes(bytes.array());
            file.writeBytes(record);
        }
        return file.toByteArray();
    }

    /** RDW records in blocks of so many records, each with its own word. */
    static byte[] inBlocks(List<byte[]> records, int most) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        for (int i = 0; i < records.size(); i += most) {
            List<byte[]> some = records.subList(i, Math.min(i + most, records.size()));
            file.writeBytes(described(
                    List.of(described(some, ByteOrder.BIG_ENDIAN, true, 2, 1)), ByteOrder.BIG_ENDIAN, true, 2, 1));
        }
        return file.toByteArray();
    }

    /** Behind each record the same bytes. */
    static byte[] ended(List<byte[]> records, int... end) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        for (byte[] record : records) {
            file.writeBytes(record);
            for (int b : end) {
                file.write(b);
            }
        }
        return file.toByteArray();
    }

    /** Each record on a card of 80. */
    static byte[] onCards(List<byte[]> records, int blank) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        for (byte[] record : records) {
            byte[] card = new byte[(record.length + 79) / 80 * 80];
            Arrays.fill(card, (byte) blank);
            System.arraycopy(record, 0, card, 0, record.length);
            file.writeBytes(card);
        }
        return file.toByteArray();
    }

    /** 1012 bytes and two blanks, over and over. */
    static byte[] with1014(byte[] content) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        for (int at = 0; at < content.length; at += 1012) {
            file.writeBytes(Arrays.copyOf(Arrays.copyOfRange(content, at, Math.min(at + 1012, content.length)), 1012));
            file.writeBytes(new byte[] {0x40, 0x40});
        }
        return file.toByteArray();
    }

    /** As FTP in ASCII mode: a byte for each byte. */
    static byte[] textMode(byte[] file, String page) {
        byte[] bytes = new byte[file.length];
        CodePage known = CodePage.of(page);
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) known.character(file[i]);
        }
        return bytes;
    }

    /** The same through a table of seven bits. */
    static byte[] sevenBits(byte[] file) {
        byte[] bytes = textMode(file, "cp037");
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = bytes[i] < 0 ? 0x1A : bytes[i];
        }
        return bytes;
    }

    static byte[] utf8(byte[] file) {
        return new String(textMode(file, "cp037"), StandardCharsets.ISO_8859_1).getBytes(StandardCharsets.UTF_8);
    }

    /** What a program makes of it that takes the bytes for UTF-8. */
    static byte[] misreadAsUtf8(byte[] file) {
        return new String(file, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8);
    }

    static byte[] cut(byte[] file, int bytes) {
        return Arrays.copyOf(file, file.length - bytes);
    }

    static byte[] without(byte[] file, int from, int to) {
        return joined(Arrays.copyOf(file, from), Arrays.copyOfRange(file, to, file.length));
    }

    static byte[] joined(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    static byte[] gzip(byte[] file) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(file);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return packed.toByteArray();
    }
}
