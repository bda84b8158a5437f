/**
 * The decoder beside other readers of the same records. Start reading at {@link io.banku.bench.decode.DecodeBenchmark}; what is
 * read is in {@link io.banku.bench.decode.Movements}, by whom in the classes whose names end in {@code Decoder}.
 */
package io.banku.bench.decode;
