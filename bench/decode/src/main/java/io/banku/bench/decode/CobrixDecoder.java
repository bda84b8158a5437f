package io.banku.bench.decode;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import scala.Function1;
import scala.collection.Seq;
import scala.reflect.ClassTag;
import scala.reflect.ClassTag$;
import scala.runtime.BoxedUnit;
import za.co.absa.cobrix.cobol.parser.Copybook;
import za.co.absa.cobrix.cobol.parser.CopybookParser;
import za.co.absa.cobrix.cobol.parser.ast.Group;
import za.co.absa.cobrix.cobol.reader.extractors.record.RecordExtractors;
import za.co.absa.cobrix.cobol.reader.extractors.record.RecordHandler;

/** Cobrix as its own Spark source calls it, without Spark: the parsed copybook is walked for each record; FILLER is skipped. */
final class CobrixDecoder implements ObjectDecoder {
    private final Copybook copybook;
    private final ClassTag<Object[]> rows = ClassTag$.MODULE$.apply(Object[].class);

    CobrixDecoder(Movements movements) {
        copybook = CopybookParser.parseSimple(
                movements.copybook(),
                CopybookParser.parseSimple$default$2(),
                CopybookParser.parseSimple$default$3(),
                CopybookParser.parseSimple$default$4(),
                CopybookParser.parseSimple$default$5());
    }

    @Override
    public Seq<Object> record(byte[] bytes, int at) {
        return RecordExtractors.extractRecord(
                copybook.ast(),
                bytes,
                at,
                RecordExtractors.<Object[]>extractRecord$default$4(),
                RecordExtractors.<Object[]>extractRecord$default$5(),
                RecordExtractors.<Object[]>extractRecord$default$6(),
                RecordExtractors.<Object[]>extractRecord$default$7(),
                RecordExtractors.<Object[]>extractRecord$default$8(),
                RecordExtractors.<Object[]>extractRecord$default$9(),
                RecordExtractors.<Object[]>extractRecord$default$10(),
                RecordExtractors.<Object[]>extractRecord$default$11(),
                RecordExtractors.<Object[]>extractRecord$default$12(),
                RecordExtractors.<Object[]>extractRecord$default$13(),
                Rows.HANDLER,
                rows);
    }

    @Override
    public List<BigDecimal> numbers(Object record) {
        Object[] row = (Object[]) ((Seq<?>) record).apply(0);
        List<BigDecimal> numbers = new ArrayList<>();
        for (Object value : row) {
            if (!(value instanceof String)) {
                numbers.add(new BigDecimal(value.toString()));
            }
        }
        return numbers;
    }

    /** A row is the array that Cobrix has filled, as it is. */
    private enum Rows implements RecordHandler<Object[]> {
        HANDLER;

        @Override
        public Object[] create(Object[] values, Group group) {
            return values;
        }

        @Override
        public Seq<Object> toSeq(Object[] row) {
            return scala.Predef$.MODULE$.genericWrapArray(row);
        }

        @Override
        public void foreach(Object[] row, Function1<Object, BoxedUnit> each) {
            for (Object value : row) {
                each.apply(value);
            }
        }
    }
}
