package io.banku.bench.decode;

import java.math.BigDecimal;
import za.co.absa.cobrix.cobol.parser.CopybookParser;
import za.co.absa.cobrix.cobol.parser.ast.Primitive;

/** One number as Cobrix reads it. */
final class CobrixField {
    private final Primitive field;

    CobrixField(Declared declared) {
        field = (Primitive) CopybookParser.parseSimple(
                        declared.copybook(),
                        CopybookParser.parseSimple$default$2(),
                        CopybookParser.parseSimple$default$3(),
                        CopybookParser.parseSimple$default$4(),
                        CopybookParser.parseSimple$default$5())
                .getFieldByName("F");
    }

    /** In bytes. */
    int length() {
        return field.binaryProperties().dataSize();
    }

    /** Null where Cobrix gives null. */
    BigDecimal value(byte[] bytes) {
        Object value = field.decode().apply(bytes);
        return value == null ? null : new BigDecimal(value.toString());
    }
}
