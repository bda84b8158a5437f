package io.banku.bench.decode;

import java.math.BigDecimal;
import java.util.List;

/** Reads a record into the object that its library makes of one. */
interface ObjectDecoder {
    /** @param at index of the record's first byte */
    Object record(byte[] bytes, int at) throws Exception;

    /** The numbers of what {@link #record} gave, in the order of the copybook: to see that all read the same. */
    List<BigDecimal> numbers(Object record);
}
