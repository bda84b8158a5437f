package io.banku.record;

import io.banku.copybook.Elementary;
import io.banku.copybook.Usage;
import io.banku.record.Dialect.Endian;
import io.banku.record.Dialect.Floats;
import io.banku.record.Dialect.Signs;
import io.banku.record.Dialect.Truncation;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.HexFormat;

/** EBCDIC numbers without decimals, read slowly from hexadecimal digits: what the fast readers are measured by. */
record NaiveReading(Elementary field, Dialect dialect) {

    /** Null when the bytes are no legal number. */
    BigDecimal value(String hex) {
        return switch (field.usage()) {
            case DISPLAY -> zoned(hex);
            case PACKED_DECIMAL -> packed(hex);
            case FLOAT_SHORT, FLOAT_LONG -> floating(inOrder(hex));
            default -> binary(inOrder(hex));
        };
    }

    private BigDecimal packed(String hex) {
        String digits = hex.substring(0, hex.length() - 1);
        boolean isPadded = field.picture().size() % 2 == 0;
        if (!digits.matches(isPadded ? "0[0-9]*" : "[0-9]*")) {
            return null;
        }
        char sign = hex.charAt(hex.length() - 1);
        boolean isMinusZero = digits.matches("0*") && isMinus(sign);
        return signed(digits, isMinusZero ? (char) (sign - 1) : sign); // the machine makes it of 0 times -5, S or no S
    }

    private BigDecimal zoned(String hex) {
        boolean leading = field.sign().isLeading();
        String sign = leading ? hex.substring(0, 2) : hex.substring(hex.length() - 2);
        String rest = leading ? hex.substring(2) : hex.substring(0, hex.length() - 2);
        if (!rest.matches(dialect.signs() == Signs.LENIENT ? "([A-F][0-9])*" : "(F[0-9])*")) {
            return null;
        }
        String digits = rest.replaceAll("[A-F](.)", "$1");
        if (field.sign().isSeparate()) {
            boolean isPlus = sign.equals("4E") || sign.equals("40") && dialect.signs() == Signs.LENIENT;
            return isPlus ? signed(digits, 'C') : sign.equals("60") ? signed(digits, 'D') : null;
        }
        String last = sign.substring(1);
        return last.matches("[0-9]") ? signed(leading ? last + digits : digits + last, sign.charAt(0)) : null;
    }

    private static boolean isMinus(char sign) {
        return sign == 'B' || sign == 'D';
    }

    private BigDecimal signed(String digits, char sign) {
        if (!String.valueOf(sign).matches(dialect.signs() == Signs.STRICT ? "[CDF]" : "[A-F]")) {
            return null;
        }
        boolean isMinus = isMinus(sign);
        return isMinus && !field.picture().signed() ? null : new BigDecimal((isMinus ? "-" : "") + digits);
    }

    private BigDecimal binary(String hex) {
        byte[] bytes = HexFormat.of().parseHex(hex);
        BigInteger value = field.picture().signed() ? new BigInteger(bytes) : new BigInteger(1, bytes);
        boolean isLimited = field.usage() == Usage.BINARY && dialect.truncation() == Truncation.STD;
        boolean fits = value.abs().toString().length() <= field.picture().size();
        return isLimited && !fits ? null : new BigDecimal(value);
    }

    private BigDecimal floating(String hex) {
        if (dialect.floats() == Floats.IEEE) {
            ByteBuffer bytes = ByteBuffer.wrap(HexFormat.of().parseHex(hex));
            double value = bytes.remaining() == 4 ? bytes.getFloat() : bytes.getDouble();
            return Double.isNaN(value) || Double.isInfinite(value) ? null : new BigDecimal(value);
        }
        int first = Integer.parseInt(hex.substring(0, 2), 16);
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal place = BigDecimal.ONE;
        for (char digit : hex.substring(2).toCharArray()) {
            place = place.divide(BigDecimal.valueOf(16));
            sum = sum.add(place.multiply(BigDecimal.valueOf(Character.digit(digit, 16))));
        }
        int exponent = (first & 0x7F) - 64;
        BigDecimal sixteen = BigDecimal.valueOf(16);
        sum = exponent >= 0 ? sum.multiply(sixteen.pow(exponent)) : sum.divide(sixteen.pow(-exponent));
        return first < 0x80 ? sum : sum.negate();
    }

    private String inOrder(String hex) {
        if (dialect.endian() == Endian.BIG) {
            return hex;
        }
        StringBuilder turned = new StringBuilder();
        for (int i = hex.length(); i > 0; i -= 2) {
            turned.append(hex, i - 2, i);
        }
        return turned.toString();
    }
}
