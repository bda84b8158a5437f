package io.banku.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/** One run of the command line: its exit code, and what it wrote. */
public record Terminal(int code, String out, String err) {
    public static Terminal banku(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Main.run(new PrintWriter(out), new PrintWriter(err), arguments);
        return new Terminal(code, out.toString(), err.toString());
    }
}
