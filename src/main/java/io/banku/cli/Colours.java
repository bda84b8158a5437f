package io.banku.cli;

import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.ColorScheme;

/** Colours for people only: on a terminal that can show them, and unless NO_COLOR is set. */
final class Colours {
    private Colours() {}

    static ColorScheme scheme() {
        return Help.defaultColorScheme(ansi(System.getenv("NO_COLOR"), System.getenv("TERM"), onTerminal()));
    }

    static Ansi ansi(String noColor, String term, boolean onTerminal) {
        boolean wanted = noColor == null || noColor.isEmpty();
        boolean able = term != null && !term.equals("dumb");
        return wanted && able && onTerminal ? Ansi.ON : Ansi.OFF;
    }

    /** The launcher tests its stdout and stderr: since Java 22 a console is there even when neither is a terminal. */
    private static boolean onTerminal() {
        return Boolean.getBoolean("banku.terminal");
    }
}
