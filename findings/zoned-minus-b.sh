#!/usr/bin/env bash
# One legal zoned number, three readers, three answers. X'F0 F0 F0 F0 B5' in a PIC S9(5) field is -5: B is a minus sign of
# the z/Architecture (Principles of Operation, decimal instructions: A C E F plus, B D minus), and COBOL takes it so with
# NUMPROC(NOPFD). jt400 21.0.6 reads -5; Cobrix 2.6.9 gives null; LegStar 2.0.4 gives +5 and no error, so a debit becomes
# a credit. D5, the preferred minus, is -5 for all three.
# Needs: bash, a JDK (17 or newer), Maven. Installs into a temporary folder only.
set -euo pipefail

temp=$(mktemp -d)
trap 'rm -rf "$temp"' EXIT
cd "$temp"

cat >pom.xml <<'END'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>findings</groupId><artifactId>zoned</artifactId><version>1</version>
  <dependencies>
    <dependency><groupId>net.sf.jt400</groupId><artifactId>jt400</artifactId><version>21.0.6</version></dependency>
    <dependency>
      <groupId>za.co.absa.cobrix</groupId><artifactId>cobol-parser_2.12</artifactId><version>2.6.9</version>
    </dependency>
    <dependency>
      <groupId>com.legsem.legstar</groupId><artifactId>legstar-base</artifactId><version>2.0.4</version>
      <exclusions><exclusion><groupId>*</groupId><artifactId>*</artifactId></exclusion></exclusions>
    </dependency>
    <dependency><groupId>org.slf4j</groupId><artifactId>slf4j-nop</artifactId><version>1.7.36</version></dependency>
  </dependencies>
</project>
END
mvn -B -q org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies -DoutputDirectory=jars >/dev/null

cat >Zoned.java <<'END'
import com.ibm.as400.access.AS400ZonedDecimal;
import com.legstar.base.context.EbcdicCobolContext;
import com.legstar.base.type.primitive.CobolZonedDecimalType;
import java.math.BigDecimal;
import za.co.absa.cobrix.cobol.parser.decoders.StringDecoders;

class Zoned {
    public static void main(String[] none) {
        for (int last : new int[] {0xD5, 0xB5}) {
            byte[] field = {(byte) 0xF0, (byte) 0xF0, (byte) 0xF0, (byte) 0xF0, (byte) last};
            Object jt400 = new AS400ZonedDecimal(5, 0).toObject(field);
            Object cobrix = StringDecoders.decodeEbcdicNumber(field, false, true, false);
            Object legstar = new CobolZonedDecimalType.Builder<>(BigDecimal.class)
                    .cobolName("N").signed(true).totalDigits(5).fractionDigits(0).build()
                    .fromHost(new EbcdicCobolContext("IBM037"), field, 0).getValue();
            System.out.printf("last byte %02X: jt400 %s, Cobrix %s, LegStar %s%n", last, jt400, cobrix, legstar);
        }
    }
}
END
java -cp 'jars/*' Zoned.java | tee seen
cat >expected <<'END'
last byte D5: jt400 -5, Cobrix -00005, LegStar -5
last byte B5: jt400 -5, Cobrix null, LegStar 5
END
diff expected seen || { echo "this has changed" >&2; exit 1; }
