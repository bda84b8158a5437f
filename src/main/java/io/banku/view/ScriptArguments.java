package io.banku.view;

import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.protocol.CommandArgs;
import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A script's arguments as the bytes that go over the wire: {@code $3\r\nEUR\r\n} for each. A script takes some ten
 * thousand of them, and an object for each would cost more than all the folding. Belongs to one command, which may be
 * sent again: never reused.
 */
final class ScriptArguments extends CommandArgs<String, String> {
    private final String digest;
    private final byte[] digits = new byte[DecimalBytes.LONGEST];
    private final byte[] digitsOfSize = new byte[DecimalBytes.LONGEST];
    private byte[] bytes;
    private int length;
    private int count;

    /** @param roughly how many bytes are expected */
    ScriptArguments(String digest, int roughly) {
        super(StringCodec.UTF8);
        this.digest = digest;
        this.bytes = new byte[Math.max(64, roughly)];
        text(digest);
    }

    ScriptArguments text(String text) {
        return bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /** One argument of two parts. */
    ScriptArguments text(byte[] prefix, String text) {
        byte[] rest = text.getBytes(StandardCharsets.UTF_8);
        open(prefix.length + rest.length);
        put(prefix, 0, prefix.length);
        put(rest, 0, rest.length);
        return close();
    }

    ScriptArguments bytes(byte[] value) {
        return bytes(value, 0, value.length);
    }

    ScriptArguments bytes(byte[] value, int from, int to) {
        open(to - from);
        put(value, from, to);
        return close();
    }

    ScriptArguments number(long number) {
        int first = DecimalBytes.endingAt(DecimalBytes.LONGEST, number, digits);
        return bytes(digits, first, DecimalBytes.LONGEST);
    }

    private void open(int size) {
        int room = size + 16; // $, up to ten digits, and two line ends
        if (length + room > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + room));
        }
        bytes[length++] = '$';
        int first = DecimalBytes.endingAt(DecimalBytes.LONGEST, size, digitsOfSize);
        put(digitsOfSize, first, DecimalBytes.LONGEST);
        lineEnd();
        count++;
    }

    private ScriptArguments close() {
        lineEnd();
        return this;
    }

    private void lineEnd() {
        bytes[length++] = '\r';
        bytes[length++] = '\n';
    }

    private void put(byte[] value, int from, int to) {
        System.arraycopy(value, from, bytes, length, to - from);
        length += to - from;
    }

    @Override
    public int count() {
        return count;
    }

    @Override
    public void encode(ByteBuf wire) {
        wire.writeBytes(bytes, 0, length);
    }

    @Override
    public String toCommandString() {
        return digest + " and " + (count - 1) + " arguments";
    }
}
