package io.banku.cli;

import picocli.CommandLine.Command;

/** {@code banku account}: accounts as the events have made them, and commands that move money. */
@Command(
        name = "account",
        description = "List and show accounts as the events have made them; open them, and move money; where they lie.",
        subcommands = {
            AccountListCommand.class,
            AccountCreateCommand.class,
            AccountDepositCommand.class,
            AccountWithdrawCommand.class,
            AccountTransferCommand.class,
            AccountShowCommand.class,
            AccountKeyCommand.class
        })
final class AccountCommand extends CommandGroup {}
