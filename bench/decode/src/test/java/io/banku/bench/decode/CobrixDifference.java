package io.banku.bench.decode;

import java.math.BigDecimal;

/** Why Cobrix reads something else in legal bytes. For users the same is told in docs/reference/mainframe-formats.md. */
enum CobrixDifference {
    /** Null for the signs A, E and B, which NUMPROC(NOPFD) takes. */
    SIGN_NOT_PREFERRED {
        @Override
        boolean explains(Declared declared, Sample sample, BigDecimal found) {
            return found == null && "AEB".indexOf(sample.sign(declared.form())) >= 0;
        }
    },
    /** Null where a zoned number without S ends with the sign C, as it does when it was moved from one with S. */
    PLUS_WITHOUT_S {
        @Override
        boolean explains(Declared declared, Sample sample, BigDecimal found) {
            return found == null
                    && !declared.signed()
                    && declared.form() == Form.ZONED
                    && sample.sign(Form.ZONED) == 'C';
        }
    },
    /** Null for COMP-5 without S or decimals from half of its range on: the first bit is taken as a sign. */
    FIRST_BIT_WITHOUT_S {
        @Override
        boolean explains(Declared declared, Sample sample, BigDecimal found) {
            return found == null
                    && !declared.signed()
                    && declared.form() == Form.NATIVE_BINARY
                    && declared.scale() == 0
                    && declared.length() >= Integer.BYTES
                    && sample.bytes()[0] < 0;
        }
    },
    /**
     * {@code SVPP9(4)}: the zeros of P are followed by as many digits as there happen to be, and not by four: five where it is
     * packed, as it has an unused half byte, and where it is binary those without leading zeros.
     */
    LEADING_P {
        @Override
        boolean explains(Declared declared, Sample sample, BigDecimal found) {
            int zeros = declared.scale() - declared.digits();
            BigDecimal unscaled = new BigDecimal(sample.value().unscaledValue());
            int digits = declared.form() == Form.PACKED ? declared.digits() + 1 : unscaled.precision();
            return found != null
                    && zeros > 0
                    && (declared.form() == Form.PACKED || declared.form() == Form.BINARY)
                    && found.compareTo(unscaled.scaleByPowerOfTen(-zeros - digits)) == 0;
        }
    },
    /** COMP-1 in IBM's form: zero for what is negative, other values for the rest, as its exponent is misread (Cobrix #853). */
    SHORT_FLOAT {
        @Override
        boolean explains(Declared declared, Sample sample, BigDecimal found) {
            return declared.form() == Form.IBM_SHORT && (sample.value().signum() > 0 || found.signum() == 0);
        }
    },
    /** COMP-2 in IBM's form: rounded to a double, which has fewer bits. */
    LONG_FLOAT_ROUNDED {
        @Override
        boolean explains(Declared declared, Sample sample, BigDecimal found) {
            double exact = sample.value().doubleValue();
            return declared.form() == Form.IBM_LONG && Math.abs(found.doubleValue() - exact) <= Math.ulp(exact);
        }
    };

    abstract boolean explains(Declared declared, Sample sample, BigDecimal found);
}
