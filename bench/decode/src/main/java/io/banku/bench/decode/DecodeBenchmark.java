package io.banku.bench.decode;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Nanoseconds per record, one thread. Those in longs are summed; those in objects are made and left, so that no library pays
 * for more than it does itself.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(Movements.COUNT)
@Fork(2)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@State(Scope.Thread)
public class DecodeBenchmark {
    @Param({"120", "350"})
    int length;

    private byte[] bytes;
    private LongDecoder handWritten;
    private LongDecoder unchecked;
    private CompiledDecoder compiled;
    private ObjectDecoder cobrix;
    private ObjectDecoder legstar;

    @Setup
    public void read() {
        Movements movements = Movements.of(length);
        bytes = movements.bytes();
        handWritten = HandWrittenDecoder.of(length);
        unchecked = UncheckedDecoder.of(length);
        compiled = new CompiledDecoder(movements);
        cobrix = new CobrixDecoder(movements);
        legstar = new LegstarDecoder(movements);
    }

    @Benchmark
    public long handWritten() throws Exception {
        return sum(handWritten);
    }

    @Benchmark
    public long handWrittenUnchecked() throws Exception {
        return sum(unchecked);
    }

    @Benchmark
    public long banku() throws Exception {
        return sum(compiled);
    }

    @Benchmark
    public void bankuObjects(Blackhole left) throws Exception {
        make(compiled, left);
    }

    @Benchmark
    public void cobrix(Blackhole left) throws Exception {
        make(cobrix, left);
    }

    @Benchmark
    public void legstar(Blackhole left) throws Exception {
        make(legstar, left);
    }

    private long sum(LongDecoder decoder) throws Exception {
        long sum = 0;
        for (int at = 0; at < bytes.length; at += length) {
            sum += decoder.sum(bytes, at);
        }
        return sum;
    }

    private void make(ObjectDecoder decoder, Blackhole left) throws Exception {
        for (int at = 0; at < bytes.length; at += length) {
            left.consume(decoder.record(bytes, at));
        }
    }
}
