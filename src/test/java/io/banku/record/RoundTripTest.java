package io.banku.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is written comes back: random values of every usage, in every dialect that its bytes depend on. */
class RoundTripTest {
    private static final long SEED = 19870301;
    private static final int ROUNDS = 300;

    private final Random random = new Random(SEED);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # clauses                          | digits | scale | signed | words
            9(7)                               | 7      | 0     | false  | -
            9(7) BLANK WHEN ZERO               | 7      | 0     | false  | -
            S9(5)V99                           | 7      | 2     | true   | -
            S9(5)V99                           | 7      | 2     | true   | encoding=ascii
            S9(5)V99                           | 7      | 2     | true   | signs=strict
            S9(5)V99 LEADING                   | 7      | 2     | true   | -
            S9(5)V99 LEADING                   | 7      | 2     | true   | encoding=ascii
            S9(5)V99 TRAILING SEPARATE         | 7      | 2     | true   | -
            S9(5)V99 LEADING SEPARATE          | 7      | 2     | true   | encoding=utf-8
            S9(31)                             | 31     | 0     | true   | -
            S9(5)PP                            | 5      | -2    | true   | -
            SVPP9(4)                           | 4      | 6     | true   | -
            S9(5)V99 NATIONAL SIGN LEADING SEPARATE | 7 | 2     | true   | -
            S9(7)V99 COMP-3                    | 9      | 2     | true   | -
            S9(8) COMP-3                       | 8      | 0     | true   | signs=strict
            9(5) COMP-3                        | 5      | 0     | false  | -
            S9(31) COMP-3                      | 31     | 0     | true   | -
            S9(3)PP COMP-3                     | 3      | -2    | true   | -
            S9(4) COMP                         | 4      | 0     | true   | -
            9(4) COMP                          | 4      | 0     | false  | endian=little
            S9(7)V99 COMP                      | 9      | 2     | true   | endian=little
            S9(18) COMP                        | 18     | 0     | true   | -
            9(18) COMP                         | 18     | 0     | false  | trunc=bin
            S9(18) COMP-5                      | 18     | 0     | true   | endian=little
            Z(5)9.99-                          | 8      | 2     | true   | -
            $$$,$$9.99CR                       | 7      | 2     | true   | -
            +++,++9.99                         | 7      | 2     | true   | encoding=ascii
            ***,**9.99                         | 8      | 2     | false  | -
            ZZZ,ZZZ.ZZ                         | 8      | 2     | false  | -
            -(20)9                             | 20     | 0     | true   | -
            COMP-2                             | 15     | 0     | true   | -
            COMP-2                             | 15     | 0     | true   | float=ieee
            COMP-2                             | 15     | 0     | true   | float=ieee endian=little
            COMP-1                             | 6      | 0     | true   | -
            COMP-1                             | 6      | 0     | true   | float=ieee
            -9.9(8)E+99                        | 9      | 4     | true   | -
            """)
    void aNumberComesBack(String clauses, int digits, int scale, boolean signed, String words) throws FieldException {
        Dialect dialect = OneField.dialect(words);
        FieldReader reader = OneField.of(clauses, dialect);
        FieldWriter writer = OneField.writer(clauses, dialect);
        for (int i = 0; i < ROUNDS; i++) {
            BigDecimal value = value(digits, scale, signed);
            Frame record = OneField.frame(new byte[reader.item().length()]);

            writer.write(value, record);

            assertThat(reader.decimal(record)).as(OneField.hex(record)).isEqualByComparingTo(value);
        }
    }

    /** Binary fractions, which floating point holds exactly. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            COMP-1 | 24 | -
            COMP-1 | 24 | float=ieee
            COMP-2 | 53 | -
            COMP-2 | 53 | float=ieee
            """)
    void aBinaryFractionComesBack(String usage, int bits, String words) throws FieldException {
        Dialect dialect = OneField.dialect(words);
        FieldReader reader = OneField.of(usage, dialect);
        FieldWriter writer = OneField.writer(usage, dialect);
        for (int i = 0; i < ROUNDS; i++) {
            // hexadecimal digits may leave three bits of the fraction unused
            BigDecimal odd = new BigDecimal(new BigInteger(bits - 3, random));
            BigDecimal value = odd.multiply(BigDecimal.valueOf(5, 1).pow(random.nextInt(40)));
            value = random.nextBoolean() ? value : value.negate();
            Frame record = OneField.frame(new byte[reader.item().length()]);

            writer.write(value, record);

            assertThat(reader.decimal(record)).as(OneField.hex(record)).isEqualByComparingTo(value);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # clauses            | words             | alphabet
            X(20)                | -                 | ABC abc 019 {}[]|^
            X(20)                | encoding=cp273    | ÄÖÜäöüß ABC
            X(20) JUSTIFIED RIGHT | -                | ABC
            X(40)                | encoding=cp939    | ABCアイウ
            X(40)                | encoding=utf-8    | Aäア
            G(20) DISPLAY-1      | encoding=cp939    | アイウ
            N(20) NATIONAL       | -                 | Aäア
            """)
    void aTextComesBack(String clauses, String words, String alphabet) throws FieldException {
        Dialect dialect = OneField.dialect(words);
        FieldReader reader = OneField.of(clauses, dialect);
        FieldWriter writer = OneField.writer(clauses, dialect);
        for (int i = 0; i < ROUNDS; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(10); length > 0; length--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            Frame record = OneField.frame(new byte[reader.item().length()]);

            writer.write(text.toString(), record);

            assertThat(reader.text(record).strip()).isEqualTo(text.toString().strip());
        }
    }

    private BigDecimal value(int digits, int scale, boolean signed) {
        BigInteger unscaled = new BigInteger(4 * digits, random).mod(BigInteger.TEN.pow(1 + random.nextInt(digits)));
        return new BigDecimal(signed && random.nextBoolean() ? unscaled.negate() : unscaled, scale);
    }
}
