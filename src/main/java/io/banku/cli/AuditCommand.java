package io.banku.cli;

import picocli.CommandLine.Command;

/** {@code banku audit}: who decided what. */
@Command(
        name = "audit",
        description = "Show what was decided on a running bridge, by whom, and why.",
        subcommands = AuditListCommand.class)
final class AuditCommand extends CommandGroup {}
