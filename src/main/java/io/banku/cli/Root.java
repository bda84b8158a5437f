package io.banku.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** {@code banku}: the commands there are, and the options that all of them have. */
@Command(
        name = "banku",
        description = "Mainframe files and commands become events on Kafka and account views in Redis.",
        synopsisSubcommandLabel = "COMMAND",
        versionProvider = VersionCommand.class,
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        usageHelpAutoWidth = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            " 0:all done",
            " 2:the command was not understood; nothing was done",
            " 4:done, but records were rejected",
            " 8:refused, held, or out of balance",
            "12:settings are wrong, or Kafka, Redis, a file or a port cannot be had",
            "16:a fault of the program"
        },
        subcommands = {
            DemoCommand.class,
            DevCommand.class,
            RunCommand.class,
            InspectCommand.class,
            DecodeCommand.class,
            LayoutCommand.class,
            FeedCommand.class,
            GenerateCommand.class,
            BatchCommand.class,
            NightCommand.class,
            RejectCommand.class,
            UnclaimedCommand.class,
            AuditCommand.class,
            AccountCommand.class,
            ParkedCommand.class,
            SuspenseCommand.class,
            BreaksCommand.class,
            ViewCommand.class,
            TopicsCommand.class,
            CheckCommand.class,
            TokenCommand.class,
            ConfigCommand.class,
            VersionCommand.class,
            WarmUpCommand.class,
            RehearseCommand.class
        })
final class Root extends CommandGroup {
    @Option(
            names = {"-v", "--verbose"},
            description = "Show the stack trace of an error.",
            scope = ScopeType.INHERIT)
    private boolean verbose;

    static boolean isVerbose(CommandLine command) {
        return command.getCommandSpec().root().userObject() instanceof Root root && root.verbose;
    }
}
