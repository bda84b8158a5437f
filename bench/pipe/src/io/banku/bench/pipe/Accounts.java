package io.banku.bench.pipe;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;

/** All accounts that were met, found by the bytes of a record's key where they lie. One thread. */
final class Accounts implements Deserializer<Account> {
    private static final VarHandle LONG =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private Account[] table = new Account[1 << 18];
    private int size;

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
        int hash = hash(bytes, from, length);
        int mask = table.length - 1;
        int i = hash & mask;
        for (Account found = table[i]; found != null; found = table[i]) {
            if (found.hash == hash && Arrays.equals(found.id, 0, found.id.length, bytes, from, from + length)) {
                return found;
            }
            i = i + 1 & mask;
        }
        Account added = new Account(Arrays.copyOfRange(bytes, from, from + length), hash);
        table[i] = added;
        if (++size > table.length / 2) {
            grow();
        }
        return added;
    }

    private static int hash(byte[] bytes, int from, int length) {
        long hash = length;
        int i = 0;
        for (; i + 8 <= length; i += 8) {
            hash = (hash ^ (long) LONG.get(bytes, from + i)) * 0x9E3779B97F4A7C15L;
            hash ^= hash >>> 32;
        }
        for (; i < length; i++) {
            hash = (hash ^ bytes[from + i]) * 0x9E3779B97F4A7C15L;
        }
        return (int) (hash ^ hash >>> 29);
    }

    private void grow() {
        Account[] before = table;
        table = new Account[before.length * 2];
        int mask = table.length - 1;
        for (Account each : before) {
            if (each != null) {
                int i = each.hash & mask;
                while (table[i] != null) {
                    i = i + 1 & mask;
                }
                table[i] = each;
            }
        }
    }
}
