package io.banku.bench.decode;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HexFormat;
import java.util.Random;

/**
 * A legal number and its bytes, put together digit by digit so that no library has a hand in it. One in eight bears a sign that is
 * legal and not preferred: A or E for plus, B for minus, and F where there could be a C.
 */
record Sample(byte[] bytes, BigDecimal value) {

    /** The half byte that is the sign; a blank where there is none. */
    char sign(Form form) {
        String hex = HexFormat.of().withUpperCase().formatHex(bytes);
        return switch (form) {
            case PACKED -> hex.charAt(hex.length() - 1);
            case ZONED -> hex.charAt(hex.length() - 2);
            case ZONED_LEADING -> hex.charAt(0);
            default -> ' ';
        };
    }

    @Override
    public String toString() {
        return HexFormat.of().withUpperCase().formatHex(bytes) + " = " + value.toPlainString();
    }

    static Sample of(Declared declared, Random random) {
        if (declared.form().isFloat()) {
            return floating(declared.length(), random);
        }
        if (declared.form() == Form.NATIVE_BINARY) {
            byte[] bytes = new byte[declared.length()];
            random.nextBytes(bytes);
            BigInteger value = declared.signed() ? new BigInteger(bytes) : new BigInteger(1, bytes);
            return new Sample(bytes, new BigDecimal(value, declared.scale()));
        }
        int shown = 1 + random.nextInt(declared.digits());
        BigInteger magnitude = new BigInteger(4 * shown, random).mod(BigInteger.TEN.pow(shown));
        boolean minus = declared.signed() && random.nextInt(3) == 0;
        BigInteger unscaled = minus ? magnitude.negate() : magnitude;
        String digits = "0".repeat(declared.digits()) + magnitude;
        digits = digits.substring(digits.length() - declared.digits());
        String hex = hex(declared, digits, minus, unscaled, random);
        return new Sample(HexFormat.of().parseHex(hex), new BigDecimal(unscaled, declared.scale()));
    }

    private static String hex(Declared declared, String digits, boolean minus, BigInteger unscaled, Random random) {
        char sign = sign(declared.signed(), minus, random);
        String zoned = digits.replaceAll(".", "F$0");
        String separate = minus ? "60" : "4E";
        return switch (declared.form()) {
            case PACKED -> (digits.length() % 2 == 0 ? "0" : "") + digits + sign;
            case ZONED -> zoned.substring(0, zoned.length() - 2) + sign + zoned.charAt(zoned.length() - 1);
            case ZONED_LEADING -> sign + zoned.substring(1);
            case SEPARATE -> zoned + separate;
            case SEPARATE_LEADING -> separate + zoned;
            default -> String.format("%016X", unscaled.longValueExact()).substring(16 - 2 * declared.length());
        };
    }

    private static char sign(boolean signed, boolean minus, Random random) {
        boolean isPreferred = random.nextInt(8) > 0;
        if (minus) {
            return isPreferred ? 'D' : 'B';
        }
        return isPreferred ? signed ? 'C' : 'F' : "AEFC".charAt(random.nextInt(4));
    }

    /** All bytes are a number: a sign, an exponent of 16 with excess 64, and hexadecimal digits behind the point. */
    private static Sample floating(int length, Random random) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        // amounts and rates rather than the size of the universe
        int exponent = random.nextInt(16) - 6;
        bytes[0] = (byte) (bytes[0] & 0x80 | 64 + exponent);
        BigInteger fraction =
                new BigInteger(1, bytes).clearBit(8 * length - 1).mod(BigInteger.ONE.shiftLeft(8 * (length - 1)));
        int power = 4 * exponent - 8 * (length - 1);
        BigDecimal value = power < 0
                ? new BigDecimal(fraction).divide(new BigDecimal(BigInteger.ONE.shiftLeft(-power)))
                : new BigDecimal(fraction.shiftLeft(power));
        return new Sample(bytes, bytes[0] < 0 ? value.negate() : value);
    }
}
