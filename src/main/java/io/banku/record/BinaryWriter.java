package io.banku.record;

import io.banku.copybook.Elementary;
import io.banku.copybook.Usage;
import io.banku.record.Dialect.Endian;
import io.banku.record.Dialect.Truncation;
import java.math.BigDecimal;
import java.math.BigInteger;

/** COMP and COMP-5: two's complement in the bytes' order of the dialect. */
record BinaryWriter(Elementary field, Dialect dialect) implements NumberWriter {
    @Override
    public void write(BigDecimal value, byte[] bytes, int at) {
        boolean signed = field.picture().signed();
        BigInteger unscaled = ExactDigits.unscaled(value, field);
        if (field.usage() == Usage.NATIVE_BINARY || dialect.truncation() == Truncation.BIN) {
            int bits = 8 * field.length() - (signed ? 1 : 0);
            if (unscaled.bitLength() > bits || unscaled.signum() < 0 && !signed) {
                throw ExactDigits.unfit(
                        "a number that fits " + bits + " bits" + (signed ? " and a sign" : ""), value, field);
            }
        } else {
            ExactDigits.of(value, field, field.picture().size(), signed);
        }
        long twos = unscaled.longValue();
        for (int i = 0; i < field.length(); i++) {
            int place = dialect.endian() == Endian.LITTLE ? i : field.length() - 1 - i;
            bytes[at + place] = (byte) (twos >> 8 * i);
        }
    }
}
