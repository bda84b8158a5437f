package io.banku.record;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.banku.copybook.Copybook;
import io.banku.copybook.Layout;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Files under test, as hex, and what a framing makes of them. */
final class Framed {
    private static final Layout RECORD = Copybook.parse("REC.cpy", """
                   01  REC.
                       05  R-LENGTH  PIC 9(4) COMP.
                       05  R-TYPE    PIC X(2).
                       05  R-REST    PIC X(4).
            """);

    private Framed() {}

    /** By its form, for a copybook of 8 bytes: R-LENGTH in binary, R-TYPE, R-REST. */
    static Framing framing(String form) {
        return Framing.of(form, RECORD, CodePage.of("cp037"));
    }

    static Framing ascii(String form) {
        return Framing.of(form, RECORD, CodePage.of("ascii"));
    }

    static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex.replaceAll("\\s", ""));
    }

    /** {@code number@fileOffset:bytes} of every record. */
    static List<String> records(Framing framing, String hex) throws IOException, FramingException {
        return records(framing, bytes(hex));
    }

    static List<String> records(Framing framing, byte[] file) throws IOException, FramingException {
        List<String> records = new ArrayList<>();
        try (RecordSource source = framing.open(new ByteArrayInputStream(file))) {
            Frame frame = new Frame();
            while (source.next(frame)) {
                String bytes =
                        HexFormat.of().withUpperCase().formatHex(frame.bytes, frame.start, frame.start + frame.length);
                records.add(frame.number + "@" + frame.fileOffset + ":" + bytes);
            }
        }
        return records;
    }

    static FramingException fault(Framing framing, String hex) {
        return fault(framing, bytes(hex));
    }

    static FramingException fault(Framing framing, byte[] file) {
        return catchThrowableOfType(FramingException.class, () -> records(framing, file));
    }
}
