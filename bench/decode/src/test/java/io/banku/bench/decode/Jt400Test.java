package io.banku.bench.decode;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.as400.access.AS400DataType;
import com.ibm.as400.access.AS400PackedDecimal;
import com.ibm.as400.access.AS400ZonedDecimal;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A million packed and zoned numbers: jt400 and the program read the same, and each reads what the other writes. */
class Jt400Test {
    private static final long SEED = 19870301;
    private static final int VALUES = 1_000_000;

    private final Random random = new Random(SEED);

    @Test
    void jt400AndTheProgramAgree() throws Exception {
        List<Declared> all = Declared.all().stream().filter(Jt400Test::isKnown).toList();
        int rounds = VALUES / all.size() + 1;
        int sameBytes = 0;

        for (Declared declared : all) {
            OurField ours = new OurField(declared);
            AS400DataType jt400 = type(declared);
            for (int i = 0; i < rounds; i++) {
                Sample sample = Sample.of(declared, random);
                String what = declared.clauses() + " " + sample;

                byte[] byOurs = ours.bytes(sample.value());
                byte[] byJt400 = jt400.toBytes(sample.value());

                assertThat(ours.value(sample.bytes())).as(what).isEqualByComparingTo(sample.value());
                assertThat((BigDecimal) jt400.toObject(sample.bytes())).as(what).isEqualByComparingTo(sample.value());
                assertThat(ours.value(byJt400)).as(what).isEqualByComparingTo(sample.value());
                assertThat((BigDecimal) jt400.toObject(byOurs)).as(what).isEqualByComparingTo(sample.value());
                if (Arrays.equals(byOurs, byJt400)) {
                    sameBytes++;
                } else {
                    // a plus of a number with S: C on z/OS, F on IBM i
                    assertThat(signs(declared, byOurs, byJt400)).as(what).isEqualTo("CF");
                }
            }
        }

        System.out.println(
                "numbers that jt400 writes as the program does: " + sameBytes + " of " + rounds * all.size());
    }

    private static String signs(Declared declared, byte[] byOurs, byte[] byJt400) {
        return "" + new Sample(byOurs, null).sign(declared.form()) + new Sample(byJt400, null).sign(declared.form());
    }

    /** It has no other forms, nor P. */
    private static boolean isKnown(Declared declared) {
        return (declared.form() == Form.PACKED || declared.form() == Form.ZONED)
                && declared.scale() >= 0
                && declared.scale() <= declared.digits();
    }

    private static AS400DataType type(Declared declared) {
        return declared.form() == Form.PACKED
                ? new AS400PackedDecimal(declared.digits(), declared.scale())
                : new AS400ZonedDecimal(declared.digits(), declared.scale());
    }
}
