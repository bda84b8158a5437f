package io.banku.record;

import java.util.Arrays;

/**
 * What each byte of a zoned number means: a digit, perhaps with {@link #NEGATIVE}, or {@link #ILLEGAL}. EBCDIC: digits
 * F0 to F9; signs in the zone, A C E F plus and B D minus (Enterprise COBOL, NUMPROC(NOPFD)). ASCII: digits 30 to 39; minus is
 * {@code p} to {@code y} (Micro Focus, GnuCOBOL), or the signs are the characters of EBCDIC's: plus {@code &#123; A} to {@code I},
 * minus {@code &#125; J} to {@code R}. The two dialects share no byte, so both are read.
 */
final class ZonedDigits {
    static final int ILLEGAL = -1;
    static final int NEGATIVE = 0x10;
    static final int DIGIT = 0x0F;

    private static final ZonedDigits EBCDIC = ebcdic();
    private static final ZonedDigits ASCII = ascii();

    private final byte[] plain = new byte[0x100];
    private final byte[] overpunched = new byte[0x100];
    private final byte[] separate = new byte[0x100];

    private ZonedDigits() {
        Arrays.fill(plain, (byte) ILLEGAL);
        Arrays.fill(overpunched, (byte) ILLEGAL);
        Arrays.fill(separate, (byte) ILLEGAL);
    }

    static ZonedDigits of(CodePage codePage) {
        return codePage.isEbcdic() ? EBCDIC : ASCII;
    }

    /** Of a byte that is a digit and nothing else. */
    int plain(byte b) {
        return plain[b & 0xFF];
    }

    /** Of a digit that also holds the sign. */
    int overpunched(byte b) {
        return overpunched[b & 0xFF];
    }

    /** Of a byte that is the sign and nothing else: 0, or {@link #NEGATIVE}. */
    int separate(byte b) {
        return separate[b & 0xFF];
    }

    private static ZonedDigits ebcdic() {
        ZonedDigits table = new ZonedDigits();
        table.run(table.plain, 0xF0, 0, 9, 0);
        for (int zone : new int[] {0xA0, 0xC0, 0xE0, 0xF0}) {
            table.run(table.overpunched, zone, 0, 9, 0);
        }
        for (int zone : new int[] {0xB0, 0xD0}) {
            table.run(table.overpunched, zone, 0, 9, NEGATIVE);
        }
        table.separate[0x4E] = 0;
        table.separate[0x60] = NEGATIVE;
        return table;
    }

    private static ZonedDigits ascii() {
        ZonedDigits table = new ZonedDigits();
        table.run(table.plain, '0', 0, 9, 0);
        table.run(table.overpunched, '0', 0, 9, 0);
        table.run(table.overpunched, 'p', 0, 9, NEGATIVE);
        table.overpunched['{'] = 0;
        table.run(table.overpunched, 'A', 1, 9, 0);
        table.overpunched['}'] = NEGATIVE;
        table.run(table.overpunched, 'J', 1, 9, NEGATIVE);
        table.separate['+'] = 0;
        table.separate['-'] = NEGATIVE;
        return table;
    }

    private void run(byte[] table, int firstByte, int firstDigit, int lastDigit, int sign) {
        for (int digit = firstDigit; digit <= lastDigit; digit++) {
            table[firstByte + digit - firstDigit] = (byte) (digit | sign);
        }
    }
}
