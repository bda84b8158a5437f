package io.banku.bench.decode;

import io.banku.record.CodePage;
import io.banku.record.FieldException;
import io.banku.record.FieldReader;
import io.banku.record.Frame;
import io.banku.record.RecordDecoder;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;

/** The program's own decoder: the copybook is compiled once to readers of its fields. One thread. */
final class CompiledDecoder implements LongDecoder, ObjectDecoder {
    private final FieldReader[] readers;
    private final Frame frame = new Frame();

    CompiledDecoder(Movements movements) {
        RecordDecoder decoder = RecordDecoder.of(movements.layout(), CodePage.of("cp037"));
        readers = movements.numbers().stream()
                .map(item -> decoder.field(item.name()))
                .toArray(FieldReader[]::new);
        frame.length = movements.length();
    }

    @Override
    public long sum(byte[] bytes, int at) throws FieldException {
        frame.bytes = bytes;
        frame.start = at;
        long sum = 0;
        for (FieldReader reader : readers) {
            sum += reader.unscaled(frame);
        }
        return sum;
    }

    @Override
    public BigDecimal[] record(byte[] bytes, int at) throws FieldException {
        frame.bytes = bytes;
        frame.start = at;
        BigDecimal[] values = new BigDecimal[readers.length];
        for (int i = 0; i < readers.length; i++) {
            values[i] = readers[i].decimal(frame);
        }
        return values;
    }

    @Override
    public List<BigDecimal> numbers(Object record) {
        return Arrays.asList((BigDecimal[]) record);
    }
}
