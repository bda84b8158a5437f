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
        return text("", text);
    }

    /** One argument of two parts, the first of them ASCII. */
    @SuppressWarnings("deprecation") // the low bytes are all there is of ASCII, and this copy is an intrinsic
    ScriptArguments text(String prefix, String text) {
        if (!isAscii(text)) {
            return bytes((prefix + text).getBytes(StandardCharsets.UTF_8));
        }
        open(prefix.length() + text.length());
        prefix.getBytes(0, prefix.length(), bytes, length);
        length += prefix.length();
        text.getBytes(0, text.length(), bytes, length);
        length += text.length();
        return close();
    }

    ScriptArguments bytes(byte[] value) {
        open(value.length);
        System.arraycopy(value, 0, bytes, length, value.length);
        length += value.length;
        return close();
    }

    ScriptArguments number(long number) {
        if (number == Long.MIN_VALUE) {
            return text(Long.toString(number));
        }
        long absolute = Math.abs(number);
        int digits = digits(absolute);
        open(number < 0 ? digits + 1 : digits);
        if (number < 0) {
            bytes[length++] = '-';
        }
        put(absolute, digits);
        return close();
    }

    private void open(int size) {
        int room = size + 16; // $, up to ten digits, and two line ends
        if (length + room > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + room));
        }
        bytes[length++] = '$';
        put(size, digits(size));
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

    private void put(long number, int digits) {
        long rest = number;
        for (int i = length + digits - 1; i >= length; i--) {
            bytes[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        length += digits;
    }

    private static int digits(long number) {
        int digits = 1;
        for (long rest = number / 10; rest > 0; rest /= 10) {
            digits++;
        }
        return digits;
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
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
