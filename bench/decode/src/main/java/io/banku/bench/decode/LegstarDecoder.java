package io.banku.bench.decode;

import com.legstar.base.context.EbcdicCobolContext;
import com.legstar.base.converter.Cob2HashMapConverter;
import com.legstar.base.type.CobolType;
import com.legstar.base.type.composite.CobolComplexType;
import com.legstar.base.type.primitive.CobolBinaryType;
import com.legstar.base.type.primitive.CobolDecimalType;
import com.legstar.base.type.primitive.CobolPackedDecimalType;
import com.legstar.base.type.primitive.CobolStringType;
import com.legstar.base.type.primitive.CobolZonedDecimalType;
import io.banku.copybook.Elementary;
import io.banku.copybook.Group;
import io.banku.copybook.Usage;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** LegStar into its map, by types such as its generator writes. It has no FILLER: that is read as text, too. */
final class LegstarDecoder implements ObjectDecoder {
    private final Cob2HashMapConverter converter;
    private final int length;

    LegstarDecoder(Movements movements) {
        length = movements.length();
        Map<String, CobolType> fields = new LinkedHashMap<>();
        for (var item : ((Group) movements.layout().roots().get(0)).items()) {
            fields.put(item.name() + "@" + item.offset(), type((Elementary) item));
        }
        converter = new Cob2HashMapConverter.Builder()
                .cobolContext(new EbcdicCobolContext("IBM037"))
                .cobolComplexType(new CobolComplexType.Builder()
                        .name("Movement")
                        .cobolName("MOVEMENT")
                        .fields(fields)
                        .build())
                .build();
    }

    private static CobolType type(Elementary field) {
        if (!field.picture().isNumeric()) {
            return new CobolStringType.Builder<>(String.class)
                    .cobolName(field.name())
                    .charNum(field.length())
                    .build();
        }
        if (field.usage() == Usage.PACKED_DECIMAL) {
            return described(new CobolPackedDecimalType.Builder<>(BigDecimal.class), field)
                    .build();
        }
        return field.usage() == Usage.DISPLAY
                ? described(new CobolZonedDecimalType.Builder<>(BigDecimal.class), field)
                        .build()
                : described(new CobolBinaryType.Builder<>(Long.class), field).build();
    }

    private static <B extends CobolDecimalType.Builder<?, B>> B described(B builder, Elementary field) {
        return builder.cobolName(field.name())
                .signed(field.picture().signed())
                .totalDigits(field.picture().size())
                .fractionDigits(field.picture().scale());
    }

    @Override
    public Map<String, Object> record(byte[] bytes, int at) {
        return converter.convert(bytes, at, at + length).getValue();
    }

    @Override
    public List<BigDecimal> numbers(Object record) {
        return ((Map<?, ?>) record)
                .values().stream()
                        .filter(Number.class::isInstance)
                        .map(value -> new BigDecimal(value.toString()))
                        .toList();
    }
}
