/**
 * The {@code banku} command: one small class per command. Data goes to stdout, words to stderr, and the {@link
 * io.banku.cli.ExitCode} says how it ended. Start reading at {@link io.banku.cli.Main}; a new command is a class that
 * returns an exit code and is named in {@link io.banku.cli.Root} or a {@link io.banku.cli.CommandGroup}.
 */
package io.banku.cli;
