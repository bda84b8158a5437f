package io.banku.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptArgumentsTest {

    @Test
    void eachArgumentIsABulkString() {
        ScriptArguments arguments = new ScriptArguments("9f2c", 0);

        arguments
                .number(-12)
                .text("")
                .text("banku:{7}:".getBytes(StandardCharsets.UTF_8), "4711")
                .text("banku:{7}:".getBytes(StandardCharsets.UTF_8), "Größe")
                .bytes(new byte[] {0});

        assertThat(wire(arguments))
                .isEqualTo("$4\r\n9f2c\r\n$3\r\n-12\r\n$0\r\n\r\n$14\r\nbanku:{7}:4711\r\n$17\r\nbanku:{7}:Größe\r\n"
                        + "$1\r\n\0\r\n");
        assertThat(arguments.count()).isEqualTo(6);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 9, 10, 99, 100, -1, -10, Long.MAX_VALUE, Long.MIN_VALUE, Long.MIN_VALUE + 1})
    void numbersAreDecimal(long number) {
        String text = Long.toString(number);

        assertThat(wire(new ScriptArguments("d", 0).number(number)))
                .isEqualTo("$1\r\nd\r\n$" + text.length() + "\r\n" + text + "\r\n");
    }

    @Test
    void aCommandThatIsSentAgainHasTheSameArguments() {
        ScriptArguments arguments = new ScriptArguments("d", 0);
        for (int i = 0; i < 1_000; i++) {
            arguments.number(i);
        }

        assertThat(wire(arguments)).isEqualTo(wire(arguments)).endsWith("$3\r\n999\r\n");
        assertThat(arguments.toCommandString()).isEqualTo("d and 1000 arguments");
    }

    private static String wire(ScriptArguments arguments) {
        ByteBuf wire = Unpooled.buffer();
        arguments.encode(wire);
        return wire.toString(StandardCharsets.UTF_8);
    }
}
