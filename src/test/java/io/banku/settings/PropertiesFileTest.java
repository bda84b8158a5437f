package io.banku.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PropertiesFileTest {
    private final List<String> faults = new ArrayList<>();

    @Test
    void anEntryKnowsTheLineItStartsOn() {
        List<Entry> entries = PropertiesFile.read("a.properties", """
                # a comment that ends in a backslash \\
                one = 1

                two: a,\\
                     b
                three 3\\\\
                four=
                """, faults);

        assertThat(entries)
                .containsExactly(
                        new Entry("one", "1", "a.properties:2"),
                        new Entry("two", "a,b", "a.properties:4"),
                        new Entry("three", "3\\", "a.properties:6"),
                        new Entry("four", "", "a.properties:7"));
        assertThat(faults).isEmpty();
    }

    @Test
    void aBrokenEscapeIsAFaultOfItsLineAndTheRestIsRead() {
        assertThat(PropertiesFile.read("a.properties", "one = \\u00g1\ntwo = 2", faults))
                .containsExactly(new Entry("two", "2", "a.properties:2"));
        assertThat(faults).containsExactly("a.properties:1: expected \\uXXXX, found one = \\u00g1");
    }
}
