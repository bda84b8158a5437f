package io.banku.bench.pipe;

import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.protocol.CommandArgs;
import io.netty.buffer.ByteBuf;

/** The arguments of a script as they go over the wire: {@code $3\r\nEUR\r\n} for each. */
final class Call extends CommandArgs<String, String> {
    private final Bytes bytes;
    private int count;

    /** @param bytes written over; they are in use until the answer is there */
    Call(Bytes bytes) {
        super(StringCodec.UTF8);
        this.bytes = bytes.clear();
    }

    Call text(byte[] text) {
        return text(text, NOTHING);
    }

    /** One argument of two parts. */
    Call text(byte[] first, byte[] second) {
        bytes.room(first.length + second.length + 16);
        bytes.put('$').number(first.length + second.length);
        bytes.put('\r').put('\n').put(first).put(second).put('\r').put('\n');
        count++;
        return this;
    }

    Call number(long number) {
        bytes.room(40);
        int size = digits(number);
        bytes.put('$').number(size).put('\r').put('\n').number(number).put('\r').put('\n');
        count++;
        return this;
    }

    private static int digits(long number) {
        int digits = number < 0 ? 2 : 1;
        for (long rest = number / 10; rest != 0; rest /= 10) {
            digits++;
        }
        return digits;
    }

    Bytes bytes() {
        return bytes;
    }

    @Override
    public int count() {
        return count;
    }

    @Override
    public void encode(ByteBuf wire) {
        wire.writeBytes(bytes.array, 0, bytes.length);
    }

    private static final byte[] NOTHING = {};
}
