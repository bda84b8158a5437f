package io.banku.bench.decode;

/** Reads the numbers of a record as longs, without an object of any of them. */
interface LongDecoder {
    /**
     * The sum of a record's numbers without their decimal points.
     *
     * @param at index of the record's first byte
     * @throws Exception when a number has bytes that are none
     */
    long sum(byte[] bytes, int at) throws Exception;
}
