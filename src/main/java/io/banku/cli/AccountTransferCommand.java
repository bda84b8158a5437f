package io.banku.cli;

import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code banku account transfer}: both legs or none. */
@Command(name = "transfer", description = "Send money to another account, never beyond what is available.")
final class AccountTransferCommand extends BankCommand {
    @Parameters(index = "0", paramLabel = "FROM", description = "The account that sends, with all its zeros.")
    private String from;

    @Parameters(index = "1", paramLabel = "TO", description = "The account that receives.")
    private String to;

    @Parameters(index = "2", paramLabel = "AMOUNT", description = "With all the currency's decimals: 125.00.")
    private String amount;

    @Parameters(index = "3", paramLabel = "CURRENCY", description = "EUR, for example.")
    private String currency;

    @Option(names = "--text", paramLabel = "TEXT", description = "What it is for; it is kept with both legs.")
    private String text;

    @Override
    String path() {
        return "/accounts/" + Api.escaped(from) + "/transfers";
    }

    @Override
    Map<String, String> body() {
        Map<String, String> body = body(amount, currency, text);
        body.put("to", to);
        return body;
    }
}
