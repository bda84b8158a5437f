package io.banku.record;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A single-byte character set as a table of 256 characters. Control characters are kept as what they are: X'00' is
 * U+0000. In every EBCDIC page X'15' is U+0085 (next line) and X'25' is U+000A (line feed), so that a text has one form
 * in bytes only; the JDK's own charsets make both of them a line feed. Immutable.
 */
public final class CodePage {
    private static final char UNDEFINED = '\uFFFD';
    private static final int EBCDIC_NEXT_LINE = 0x15;
    private static final int EBCDIC_LINE_FEED = 0x25;

    private static final List<String> EBCDIC = List.of(
            "037", "273", "277", "278", "280", "284", "285", "297", "500", "870", "871", "875", "1025", "1026", "1047",
            "1140", "1141", "1142", "1143", "1144", "1145", "1146", "1147", "1148", "1149");
    private static final List<String> ASCII = List.of("us-ascii", "iso-8859-1", "iso-8859-15", "windows-1252");

    private final String name;
    private final boolean ebcdic;
    private final char[] characters;
    private final short[] bytes = new short[0x10000];

    private CodePage(String name, boolean ebcdic, char[] characters) {
        this.name = name;
        this.ebcdic = ebcdic;
        this.characters = characters;
        Arrays.fill(bytes, (short) -1);
        for (int i = 0xFF; i >= 0; i--) {
            if (characters[i] != UNDEFINED) {
                bytes[characters[i]] = (short) i;
            }
        }
    }

    /**
     * The page {@code cp037}, also called {@code IBM037}, {@code IBM-037} or {@code 037}; {@code us-ascii} also {@code
     * ascii}, {@code iso-8859-1} also {@code latin1}. Upper and lower case are the same.
     *
     * @throws IllegalArgumentException when there is no such code page; the message lists those that there are
     */
    public static CodePage of(String name) {
        String wanted = name.strip().toLowerCase(Locale.ROOT);
        String number = wanted.replaceFirst("^(cp|ibm|ccsid)?[-_]?0*(?=\\d)", "");
        for (String page : EBCDIC) {
            if (number.equals(page.replaceFirst("^0", ""))) {
                return ebcdic("cp" + page);
            }
        }
        String canonical = switch (wanted.replaceAll("[-_ ]", "")) {
            case "ascii" -> "us-ascii";
            case "latin1" -> "iso-8859-1";
            case "latin9" -> "iso-8859-15";
            case "cp1252" -> "windows-1252";
            default -> wanted;
        };
        if (ASCII.contains(canonical)) {
            return new CodePage(canonical, false, table(Charset.forName(canonical)));
        }
        throw new IllegalArgumentException("expected an encoding such as cp037 (EBCDIC: cp"
                + String.join(", cp", EBCDIC) + "; ASCII: " + String.join(", ", ASCII) + "), found " + name);
    }

    public String name() {
        return name;
    }

    public boolean isEbcdic() {
        return ebcdic;
    }

    /** The byte of a blank: X'40' or X'20'. */
    public byte blank() {
        return (byte) (ebcdic ? 0x40 : 0x20);
    }

    /** The character of a byte, or U+FFFD where the page has none. */
    public char character(byte b) {
        return characters[b & 0xFF];
    }

    /** @throws IllegalArgumentException when the page has not all of these characters */
    public byte[] encode(String text) {
        byte[] encoded = new byte[text.length()];
        for (int i = 0; i < encoded.length; i++) {
            short code = bytes[text.charAt(i)];
            if (code < 0) {
                throw new IllegalArgumentException(
                        "expected characters of " + name + ", found '" + text.charAt(i) + "' in '" + text + "'");
            }
            encoded[i] = (byte) code;
        }
        return encoded;
    }

    @Override
    public String toString() {
        return name;
    }

    private static CodePage ebcdic(String name) {
        char[] table = table(Charset.forName(name));
        table[EBCDIC_NEXT_LINE] = '\u0085';
        table[EBCDIC_LINE_FEED] = '\n';
        return new CodePage(name, true, table);
    }

    private static char[] table(Charset charset) {
        char[] table = new char[0x100];
        for (int i = 0; i < table.length; i++) {
            try {
                CharBuffer one = charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)
                        .decode(ByteBuffer.wrap(new byte[] {(byte) i}));
                table[i] = one.get();
            } catch (CharacterCodingException noCharacter) {
                table[i] = UNDEFINED;
            }
        }
        return table;
    }
}
