package io.banku.record;

import io.banku.record.Dialect.Signs;
import java.util.Arrays;

/**
 * What each byte of a zoned number means: a digit, perhaps with {@link #NEGATIVE}, or {@link #ILLEGAL}. EBCDIC: digits
 * F0 to F9; signs in the zone, A C E F plus and B D minus, or C D F only, by {@link Dialect.Signs}. ASCII: digits 30 to 39; minus is
 * {@code p} to {@code y} (Micro Focus, GnuCOBOL), or the signs are the characters of EBCDIC's: plus {@code &#123; A} to {@code I},
 * minus {@code &#125; J} to {@code R}. The two dialects share no byte, so both are read.
 */
final class ZonedDigits {
    static final int ILLEGAL = -1;
    static final int NEGATIVE = 0x10;
    static final int DIGIT = 0x0F;

    private static final ZonedDigits[] EBCDIC =
            Arrays.stream(Signs.values()).map(ZonedDigits::ebcdic).toArray(ZonedDigits[]::new);
    private static final ZonedDigits[] ASCII =
            Arrays.stream(Signs.values()).map(ZonedDigits::ascii).toArray(ZonedDigits[]::new);

    private final byte[] plain = new byte[0x100];
    private final byte[] overpunched = new byte[0x100];
    private final byte[] separate = new byte[0x100];

    private ZonedDigits() {
        Arrays.fill(plain, (byte) ILLEGAL);
        Arrays.fill(overpunched, (byte) ILLEGAL);
        Arrays.fill(separate, (byte) ILLEGAL);
    }

    static ZonedDigits of(Dialect dialect) {
        return (dialect.codePage().isEbcdic() ? EBCDIC : ASCII)[dialect.signs().ordinal()];
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

    private static ZonedDigits ebcdic(Signs signs) {
        ZonedDigits table = new ZonedDigits();
        for (int zone = 0xA; zone <= 0xF; zone++) {
            if (zone == 0xF || signs == Signs.LENIENT) {
                table.run(table.plain, zone << 4, 0, 9, 0);
            }
            if (SignNibble.isLegal(zone, signs)) {
                table.run(table.overpunched, zone << 4, 0, 9, SignNibble.isMinus(zone) ? NEGATIVE : 0);
            }
        }
        table.separate[0x4E] = 0;
        table.separate[0x60] = NEGATIVE;
        if (signs == Signs.LENIENT) {
            table.separate[0x40] = 0;
        }
        return table;
    }

    private static ZonedDigits ascii(Signs signs) {
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
        if (signs == Signs.LENIENT) {
            table.separate[' '] = 0;
        }
        return table;
    }

    private void run(byte[] table, int firstByte, int firstDigit, int lastDigit, int sign) {
        for (int digit = firstDigit; digit <= lastDigit; digit++) {
            table[firstByte + digit - firstDigit] = (byte) (digit | sign);
        }
    }
}
