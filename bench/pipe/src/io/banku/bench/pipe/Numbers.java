package io.banku.bench.pipe;

import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.output.CommandOutput;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** The answer of a script: numbers one behind the other, whether they come as numbers or as texts. */
final class Numbers extends CommandOutput<String, String, long[]> {
    static final long NONE = Long.MIN_VALUE;

    private int count;

    Numbers(int expected) {
        super(StringCodec.UTF8, new long[expected]);
    }

    @Override
    public void set(ByteBuffer text) {
        if (text == null) {
            add(NONE);
            return;
        }
        boolean isNegative = false;
        long number = 0;
        for (int i = text.position(); i < text.limit(); i++) {
            byte b = text.get(i);
            if (b == '-') {
                isNegative = true;
            } else {
                number = number * 10 + b - '0';
            }
        }
        add(isNegative ? -number : number);
    }

    @Override
    public void set(long number) {
        add(number);
    }

    private void add(long number) {
        if (count == output.length) {
            output = Arrays.copyOf(output, 2 * count + 2);
        }
        output[count++] = number;
    }
}
