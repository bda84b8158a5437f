package io.banku.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FramingFormTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "fixed",
                "lines",
                "rdw",
                "bdw",
                "{fixed: {length: 80, trailing: ignored}}",
                "{lines: {end: crlf, width: 80}}",
                "{lines: {pad-to: 80, longest: 1000}}",
                "{rdw: {endian: little, inclusive: false}}",
                "{bdw: {block-inclusive: false, skip-first: 4}}",
                "{length-field: {field: R-LENGTH, add: 4}}",
                "{by-type: {field: R-TYPE, lengths: HD=20 DT=REC}}"
            })
    void aFormIsReadAndToldInTheSameWords(String form) {
        assertThat(Framed.framing(form)).hasToString(form);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            { rdw : { endian : little } }                    | {rdw: {endian: little}}
            {rdw: {}}                                        | rdw
            {by-type: {field: R-TYPE, lengths: 'HD=20 X=9'}} | {by-type: {field: R-TYPE, lengths: HD=20 X=9}}
            """)
    void blanksAndQuotesMayBeWritten(String written, String form) {
        assertThat(Framed.framing(written)).hasToString(form);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            vb                                            | expected the framing fixed, lines, rdw, bdw, length-field or by-type, found vb
            rdw little                                    | expected a framing such as rdw or {rdw: {endian: little, inclusive: false}}, found rdw little
            {rdw: little}                                 | expected a framing such as rdw
            {rdw: {endian}}                               | expected a framing such as rdw
            {rdw: {endian: big, endian: big}}             | the option 'endian' is given twice
            {rdw: {endian: middle, inclusive: maybe}}     | 'endian': expected big or little, found 'middle'; 'inclusive': expected false or true, found 'maybe'
            {rdw: {edian: little}}                        | unknown option 'edian' of the framing rdw; expected word, endian, inclusive, zero-word, longest, skip-first, skip-last, trailing, blocked
            {fixed: {length: 0}}                          | 'length': expected a number from 1 to 268435456, found '0'
            {fixed: {length: 80x}}                        | expected a number from 1
            {fixed: {endian: little}}                     | unknown option 'endian' of the framing fixed
            {lines: {width: 80, pad-to: 80}}              | expected 'width' without 'pad-to' and 'longest'
            {lines: {end: cr}}                            | expected any, lf, crlf or nel, found 'cr'
            length-field                                  | 'field' is missing: the framing length-field needs it
            {length-field: {field: R-LENGHT}}             | did you mean R-LENGTH
            {length-field: {field: R-TYPE}}               | expected a whole number, found PIC X(2)
            by-type                                       | 'field' is missing: the framing by-type needs it; 'lengths' is missing
            {by-type: {field: R-LENGTH, lengths: A=20}}   | expected a field of characters, found PIC 9(4) COMP
            {by-type: {field: R-TYPE, lengths: A}}        | expected TYPE=LENGTH for each type, found 'A'
            {by-type: {field: R-TYPE, lengths: A=9 A=8}}  | the type A is given twice
            {by-type: {field: R-TYPE, lengths: ABC=9}}    | expected types of at most 2 characters, found 'ABC'
            {by-type: {field: R-TYPE, lengths: A=3}}      | expected a length of at least the 4 bytes up to the type, found 3
            {rdw: {trailing: maybe}}                      | expected ignored or refused
            """)
    void whatIsWrongWithAFormIsToldAllAtOnce(String form, String message) {
        assertThatThrownBy(() -> Framed.framing(form))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }
}
