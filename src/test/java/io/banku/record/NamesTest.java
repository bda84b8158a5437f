package io.banku.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.banku.copybook.Copybook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTest {
    private static final String COPYBOOK = """
            01 R.
               05 FROM-ACCOUNT.
                  10 BRANCH      PIC 9(2).
                     88 IS-MAIN  VALUE 1.
                  10 KEY-PART.
                     15 NUMBER-X PIC 9(2).
               05 TO-ACCOUNT.
                  10 BRANCH      PIC 9(2).
                     88 IS-MAIN  VALUE 1.
                  10 KEY-PART.
                     15 NUMBER-X PIC 9(2).
               05 LINE-ITEM      OCCURS 3.
                  10 TITLE       PIC X.
                  10 PART        PIC X OCCURS 2.
               05 FILLER         PIC X.
            """;

    private final RecordDecoder decoder = RecordDecoder.of(Copybook.parse("R.cpy", COPYBOOK), CodePage.of("cp037"));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # reference                          | offset | length | name
            FROM-ACCOUNT                         | 0      | 4      | FROM-ACCOUNT
            BRANCH OF FROM-ACCOUNT               | 0      | 2      | BRANCH
            branch in to-account                 | 4      | 2      | BRANCH
            NUMBER-X OF KEY-PART OF TO-ACCOUNT   | 6      | 2      | NUMBER-X
            NUMBER-X OF TO-ACCOUNT OF R          | 6      | 2      | NUMBER-X
            LINE-ITEM(1)                         | 8      | 3      | LINE-ITEM(1)
            TITLE(3)                             | 14     | 1      | TITLE(3)
            TITLE OF LINE-ITEM (2)               | 11     | 1      | TITLE(2)
            TITLE(2) OF LINE-ITEM                | 11     | 1      | TITLE(2)
            PART(2, 1)                           | 12     | 1      | PART(2, 1)
            PART ( 3 2 )                         | 16     | 1      | PART(3, 2)
            """)
    void aReferenceFindsItsField(String reference, int offset, int length, String name) {
        FieldReader field = decoder.field(reference);

        assertThat(field.offset()).isEqualTo(offset);
        assertThat(field.item().length()).isEqualTo(length);
        assertThat(field.name()).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            BRANCH                 | expected a field, found BRANCH, which may be BRANCH OF FROM-ACCOUNT OF R or BRANCH OF TO-ACCOUNT OF R
            NUMBER-X OF KEY-PART   | expected a field, found NUMBER-X OF KEY-PART, which may be NUMBER-X OF KEY-PART OF FROM-ACCOUNT OF R or NUMBER-X OF KEY-PART OF TO-ACCOUNT OF R
            TITEL(1)               | expected a field of the copybook, found TITEL; did you mean TITLE?
            ZZZZZZ                 | expected a field of the copybook, found ZZZZZZ
            FILLER                 | expected a field of the copybook, found FILLER
            BRANCH OF LINE-ITEM    | expected a field of the copybook, found BRANCH OF LINE-ITEM; did you mean BRANCH OF FROM-ACCOUNT OF R or BRANCH OF TO-ACCOUNT OF R?
            TITLE                  | expected subscripts (1 to 3) for TITLE, found none
            TITLE(0)               | expected subscripts (1 to 3) for TITLE, found (0)
            TITLE(4)               | expected subscripts (1 to 3) for TITLE, found (4)
            TITLE(1, 1)            | expected subscripts (1 to 3) for TITLE, found (1, 1)
            PART(2)                | expected subscripts (1 to 3, 1 to 2) for PART, found (2)
            TO-ACCOUNT(1)          | expected no subscript for TO-ACCOUNT, found (1)
            A OF                   | expected a name such as A, A OF B or A(2), found 'A OF'
            A(X)                   | expected a name such as A, A OF B or A(2), found 'A(X)'
            A.B                    | expected a name such as A, A OF B or A(2), found 'A.B'
            """)
    void aReferenceThatIsUnclearIsRefusedWithWhatItMayMean(String reference, String message) {
        assertThatThrownBy(() -> decoder.field(reference))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void aConditionIsQualifiedByItsItemOrTheGroupsAboveIt() throws FieldException {
        Frame frame = OneField.frame("F0F1F0F0F0F2F0F0" + "40".repeat(10));

        assertThat(decoder.condition("IS-MAIN OF FROM-ACCOUNT").test(frame)).isTrue();
        assertThat(decoder.condition("IS-MAIN OF BRANCH OF TO-ACCOUNT").test(frame))
                .isFalse();
        assertThatThrownBy(() -> decoder.condition("IS-MAIN"))
                .hasMessage("expected a condition (level 88), found IS-MAIN, which may be"
                        + " IS-MAIN OF BRANCH OF FROM-ACCOUNT OF R or IS-MAIN OF BRANCH OF TO-ACCOUNT OF R");
        assertThatThrownBy(() -> decoder.condition("IS-MANE"))
                .hasMessage("expected a condition (level 88) of the copybook, found IS-MANE; did you mean IS-MAIN?");
    }

    @Test
    void aFieldMayHaveAnotherEncodingThanItsRecord() throws FieldException {
        FieldReader field = decoder.field("TITLE(1)", CodePage.of("iso-8859-1"));

        assertThat(field.text(OneField.frame("F0F0F0F0F0F0F0F0" + "41".repeat(10))))
                .isEqualTo("A");
    }
}
