package io.banku.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

/** What the API answers as rows for spreadsheets. */
class CsvOfItemsTest {
    private static String csv(String items) throws Exception {
        StringWriter text = new StringWriter();
        new CsvOfItems(new ObjectMapper().readTree(items)).print(new PrintWriter(text));
        return text.toString();
    }

    @Test
    void whatIsWithinAnObjectHasItsNameBeforeItAndEachItemItsOwnColumns() throws Exception {
        assertThat(csv("[{'id':'a','counts':{'read':3}},{'id':'b','held':'rejects','of':['x','y'],'f':[{'c':1}]}]"
                        .replace('\'', '"')))
                .isEqualTo("id,counts.read,held,of\r\na,3,,\r\nb,,rejects,x y\r\n");
    }

    @Test
    void moneyIsANumberAlsoBelowZeroAndNoTextIsAFormula() throws Exception {
        assertThat(csv("[{'amount':'-100.00','file':'=1+1.TXT','who':'-x','why':'a, b','none':null}]"
                        .replace('\'', '"')))
                .isEqualTo("amount,file,who,why,none\r\n-100.00,'=1+1.TXT,'-x,\"a, b\",\r\n");
    }

    @Test
    void ofNothingThereIsNoRow() throws Exception {
        assertThat(csv("[]")).isEmpty();
    }
}
