package io.banku.bench.pipe;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;

/** All accounts that were met, found by the bytes of a record's key where they lie. One thread. */
final class Accounts implements Deserializer<Account> {
    private static final VarHandle LONG =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    private Account[] table = new Account[1 << 18];
    private int size;
    private int lengthOfLast;

    /** How long the id was that was looked for last. */
    int lengthOfLast() {
        return lengthOfLast;
    }

    int size() {
        return size;
    }

    @Override
    public Account deserialize(String topic, byte[] key) {
        return find(key, 0, key.length);
    }

    @Override
    public Account deserialize(String topic, Headers headers, ByteBuffer key) {
        return key.hasArray()
                ? find(key.array(), key.arrayOffset() + key.position(), key.remaining())
                : find(copy(key), 0, key.remaining());
    }

    private static byte[] copy(ByteBuffer key) {
        byte[] copy = new byte[key.remaining()];
        key.duplicate().get(copy);
        return copy;
    }

    private Account find(byte[] bytes, int from, int length) {
        lengthOfLast = length;
        long first = word(bytes, from, length);
        long second = word(bytes, from + 8, length - 8);
        long third = word(bytes, from + 16, length - 16);
        int mask = table.length - 1;
        int i = hash(first, second, third) & mask;
        for (Account found = table[i]; found != null; found = table[i]) {
            if (found.third == third && found.second == second && found.first == first && found.length == length) {
                return found;
            }
            i = i + 1 & mask;
        }
        Account added = new Account(length, first, second, third);
        table[i] = added;
        if (++size > table.length / 2) {
            grow();
        }
        return added;
    }

    /** The next bytes, eight at most; zeros where there are less. */
    private static long word(byte[] bytes, int from, int length) {
        if (length >= 8) {
            return (long) LONG.get(bytes, from);
        }
        if (length == 4) {
            return (int) INT.get(bytes, from) & 0xFFFF_FFFFL;
        }
        long word = 0;
        for (int i = length - 1; i >= 0; i--) {
            word = word << 8 | bytes[from + i] & 0xFF;
        }
        return word;
    }

    private static int hash(long first, long second, long third) {
        long hash = (first * 0x9E3779B97F4A7C15L ^ second) * 0x9E3779B97F4A7C15L;
        hash = (hash ^ hash >>> 32 ^ third) * 0x9E3779B97F4A7C15L;
        return (int) (hash >>> 32);
    }

    private void grow() {
        Account[] before = table;
        table = new Account[before.length * 2];
        int mask = table.length - 1;
        for (Account each : before) {
            if (each != null) {
                int i = hash(each.first, each.second, each.third) & mask;
                while (table[i] != null) {
                    i = i + 1 & mask;
                }
                table[i] = each;
            }
        }
    }
}
