package io.banku.bench.pipe;

import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.protocol.CommandArgs;
import io.netty.buffer.ByteBuf;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** The arguments of a script as they go over the wire: {@code $3\r\nEUR\r\n} for each. */
final class Call extends CommandArgs<String, String> {
    private static final byte[] LINE_END = {'\r', '\n'};

    private static final VarHandle LONG =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final Bytes bytes;
    private int count;

    /** @param bytes written over; they are in use until the answer is there */
    Call(Bytes bytes) {
        super(StringCodec.UTF8);
        this.bytes = bytes.clear();
    }

    Call text(byte[] text) {
        bytes.room(text.length + 16);
        bytes.put('$').number(text.length).put(LINE_END).put(text).put(LINE_END);
        count++;
        return this;
    }

    /** @param head as far as its id */
    Call key(byte[] head, Account account) {
        bytes.room(head.length + Account.LONGEST_ID + 2);
        bytes.put(head);
        LONG.set(bytes.array, bytes.length, account.first);
        LONG.set(bytes.array, bytes.length + 8, account.second);
        LONG.set(bytes.array, bytes.length + 16, account.third);
        bytes.length += account.length;
        bytes.put(LINE_END);
        count++;
        return this;
    }

    Call number(long number) {
        bytes.room(40);
        bytes.counted(number);
        count++;
        return this;
    }

    /** One argument: what was packed, as MessagePack has an array. */
    Call packed(Bytes packed, int size) {
        bytes.room(packed.length + 32);
        bytes.put('$').number(packed.length + 5).put(LINE_END);
        bytes.put(0xDD).put(size >> 24).put(size >> 16).put(size >> 8).put(size);
        System.arraycopy(packed.array, 0, bytes.array, bytes.length, packed.length);
        bytes.length += packed.length;
        bytes.put(LINE_END);
        count++;
        return this;
    }

    @Override
    public int count() {
        return count;
    }

    @Override
    public void encode(ByteBuf wire) {
        wire.writeBytes(bytes.array, 0, bytes.length);
    }
}
