package io.banku.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class BatchViewTest {
    @Test
    void aControlThatIsBrokenIsToldAndOneThatRejectsMayExplainIsNot() throws Exception {
        BatchView batch = new BatchView(new ObjectMapper().readTree("""
                {"id":"1","feed":"f","file":"A","state":"sealed","controls":[
                  {"name":"sum","state":"BROKEN","expected":"10.00","actual":"9.99","difference":"-0.01"},
                  {"name":"count","state":"OPEN","expected":"3","actual":"2","difference":"-1"}]}
                """));

        assertThat(batch.broken()).containsExactly("sum is broken: expected 10.00, found 9.99 (difference -0.01)");
    }

    @Test
    void legalValuesThatAreUnusualAreShownByField() throws Exception {
        StringWriter shown = new StringWriter();
        BatchView batch = new BatchView(new ObjectMapper().readTree("""
                {"id":"1","feed":"f","file":"A","state":"sealed","oddities":[
                  {"field":"TX-AMOUNT","oddity":"NEGATIVE_ZERO","values":1200},
                  {"field":"TX-ACCT","oddity":"SIGN_WITHOUT_S","values":7}]}
                """));

        batch.print(new PrintWriter(shown, true));

        assertThat(shown.toString()).contains("""
                FIELD      VALUES  LEGAL, BUT
                TX-AMOUNT   1,200  negative-zero
                TX-ACCT         7  sign-without-s
                """);
    }
}
