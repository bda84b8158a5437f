package io.banku.record;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The code pages that there are, by the names that people write. Each is made once, from the JDK's charset of it. */
final class CodePages {
    static final List<String> EBCDIC = List.of(
            "037", "273", "277", "278", "280", "284", "285", "290", "297", "420", "424", "500", "833", "838", "870",
            "871", "875", "918", "1025", "1026", "1047", "1097", "1112", "1122", "1123", "1140", "1141", "1142", "1143",
            "1144", "1145", "1146", "1147", "1148", "1149", "1166");
    static final List<String> MIXED = List.of("930", "933", "935", "937", "939", "1364");
    static final List<String> PC = List.of(
            "437", "737", "775", "850", "852", "855", "856", "857", "858", "860", "861", "862", "863", "864", "865",
            "866", "868", "869", "874", "921", "922", "1006", "1046", "1098", "1124", "1129");
    static final List<String> ASCII = List.of("us-ascii", "iso-8859-1", "iso-8859-15", "windows-1252", "utf-8");

    private static final int EBCDIC_NEXT_LINE = 0x15;
    private static final int EBCDIC_LINE_FEED = 0x25;

    /** A table for the way back is 128 KB, and a file's page is asked for by name more than once. */
    private static final Map<String, CodePage> MADE = new ConcurrentHashMap<>();

    private CodePages() {}

    /** @throws IllegalArgumentException when there is no such code page; the message lists those that there are */
    static CodePage of(String name) {
        String wanted = name.strip().toLowerCase(Locale.ROOT);
        String number = wanted.replaceFirst("^(cp|ibm|ccsid)?[-_]?0*(?=\\d)", "");
        for (List<String> pages : List.of(EBCDIC, MIXED, PC)) {
            for (String page : pages) {
                if (number.equals(page.replaceFirst("^0", ""))) {
                    return MADE.computeIfAbsent("cp" + page, made -> make(made, page, pages));
                }
            }
        }
        String canonical = switch (wanted.replaceAll("[-_ ]", "")) {
            case "ascii" -> "us-ascii";
            case "latin1" -> "iso-8859-1";
            case "latin9" -> "iso-8859-15";
            case "cp1252" -> "windows-1252";
            case "utf8" -> "utf-8";
            default -> wanted;
        };
        if (ASCII.contains(canonical)) {
            return MADE.computeIfAbsent(canonical, CodePages::ascii);
        }
        throw new IllegalArgumentException("expected an encoding such as cp037 (EBCDIC: cp"
                + String.join(", cp", EBCDIC) + "; with double-byte characters: cp" + String.join(", cp", MIXED)
                + "; ASCII: " + String.join(", ", ASCII) + ", cp" + String.join(", cp", PC) + "), found " + name);
    }

    private static CodePage make(String name, String number, List<String> kind) {
        Charset charset = Charset.forName(number.equals("838") ? "IBM-Thai" : name);
        SingleBytes single = new SingleBytes(table(charset, kind == PC));
        Characters characters = kind == MIXED ? new ShiftedBytes(single, new DoubleBytes(charset)) : single;
        return new CodePage(name, kind != PC, characters);
    }

    private static CodePage ascii(String name) {
        return new CodePage(
                name,
                false,
                name.equals("utf-8") ? Utf8Bytes.ANY_NUMBER : new SingleBytes(table(Charset.forName(name), true)));
    }

    private static char[] table(Charset charset, boolean isAscii) {
        char[] table = new char[0x100];
        for (int i = 0; i < table.length; i++) {
            table[i] = character(charset, (byte) i);
        }
        if (!isAscii) {
            table[EBCDIC_NEXT_LINE] = '\u0085';
            table[EBCDIC_LINE_FEED] = '\n';
        }
        return table;
    }

    private static char character(Charset charset, byte b) {
        try {
            String decoded = charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(new byte[] {b}))
                    .toString();
            // SO and SI alone decode to nothing
            return decoded.length() == 1 ? decoded.charAt(0) : Characters.UNDEFINED;
        } catch (CharacterCodingException noCharacter) {
            return Characters.UNDEFINED;
        }
    }
}
