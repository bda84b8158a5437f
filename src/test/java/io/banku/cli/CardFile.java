package io.banku.cli;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.util.HexFormat;
import java.util.Random;

/**
 * Card payments as a mainframe writes them: a packed amount stands before a currency, so that its last bytes look like letters
 * of another code page; a name has letters that tell the page, an @ and a #.
 */
final class CardFile {
    static final String COPYBOOK = """
                   01  CS-RECORD.
                       05  CS-TYPE             PIC X(01).
                           88  CS-IS-HEADER    VALUE 'H'.
                           88  CS-IS-DEPOSIT   VALUE 'P'.
                           88  CS-IS-TRAILER   VALUE 'T'.
                       05  CS-DETAIL.
                           10  CS-ACCOUNT      PIC X(12).
                           10  CS-BOOK-DATE    PIC 9(08).
                           10  CS-BOOK-TIME    PIC 9(06).
                           10  CS-AMOUNT       PIC S9(09)V99 COMP-3.
                           10  CS-CCY          PIC X(03).
                           10  CS-TEXT         PIC X(24).
                           10  CS-CARD-REF     PIC 9(09) COMP.
                       05  CS-HEADER REDEFINES CS-DETAIL.
                           10  CSH-DATE        PIC 9(08).
                           10  FILLER          PIC X(55).
                       05  CS-TRAILER REDEFINES CS-DETAIL.
                           10  CST-COUNT       PIC 9(07) COMP-3.
                           10  FILLER          PIC X(59).
            """;

    static final int LENGTH = 64;

    private static final String[] TEXTS = {"SHOP #1 & GO", "HOTEL [POST] {GRAZ}", "ME@SHOP.EXAMPLE", "CASH @ DESK"};

    private CardFile() {}

    static byte[] of(int payments, Charset page, String... texts) {
        Random random = new Random(1);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(String.format("H20261203%55s", "").getBytes(page));
        String[] chosen = texts.length == 0 ? TEXTS : texts;
        for (int i = 0; i < payments; i++) {
            file.writeBytes(String.format("PAT%010d20261203%06d", 1 + random.nextInt(40), 80_000 + i)
                    .getBytes(page));
            // the last three bytes are X'8n 8n 7C': letters before and behind what is Ø in Denmark
            file.writeBytes(packed(1_000_000L * random.nextInt(90) + 81_817 + 1_010 * random.nextInt(9), 6));
            file.writeBytes(String.format("EUR%-24s", chosen[random.nextInt(chosen.length)])
                    .getBytes(page));
            file.writeBytes(
                    ByteBuffer.allocate(4).putInt(random.nextInt(1 << 29)).array());
        }
        file.writeBytes("T".getBytes(page));
        file.writeBytes(packed(payments, 4));
        file.writeBytes(String.format("%59s", "").getBytes(page));
        return file.toByteArray();
    }

    static byte[] packed(long value, int bytes) {
        String digits = BigInteger.valueOf(value).toString();
        return HexFormat.of().parseHex("0".repeat(2 * bytes - 1 - digits.length()) + digits + "C");
    }
}
