package io.banku.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpenIdsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # patterns          | id          | open
            *                   | 0000004711  | true
            !00????????         | 0000004711  | false
            !00????????         | 00000047111 | true
            !00????????         | WEB-1       | true
            *, !00????????      | 0000004711  | false
            !00????????, *      | 0000004711  | false
            WEB-*               | WEB-1       | true
            WEB-*               | WEB-        | true
            WEB-*               | web-1       | false
            WEB-*, APP-*        | APP-7       | true
            WEB-*, APP-*        | 0000004711  | false
            WEB-*, !WEB-0*      | WEB-01      | false
            !*                  | WEB-1       | false
            A.1                 | AX1         | false
            A\\E1                | A\\E1        | true
            A?1                 | AÄ1         | true
            A?1                 | A🏦1        | true
            """)
    void anIdIsOpenOrKeptForTheMainframe(String patterns, String id, boolean open) {
        assertThat(OpenIds.of(patterns).contain(id)).isEqualTo(open);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "!", "WEB-*,", ",", "WEB-*, ,APP-*"})
    void aPatternHasCharacters(String patterns) {
        assertThatThrownBy(() -> OpenIds.of(patterns)).isInstanceOf(IllegalArgumentException.class);
    }
}
