package io.banku.cli;

import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code banku account deposit}: money comes in. */
@Command(name = "deposit", description = "Deposit money on an account.")
final class AccountDepositCommand extends BankCommand {
    @Parameters(index = "0", paramLabel = "ID", description = "The account, with all its zeros.")
    private String id;

    @Parameters(index = "1", paramLabel = "AMOUNT", description = "With all the currency's decimals: 125.00.")
    private String amount;

    @Parameters(index = "2", paramLabel = "CURRENCY", description = "EUR, for example.")
    private String currency;

    @Option(names = "--text", paramLabel = "TEXT", description = "What it is for; it is kept with the event.")
    private String text;

    @Option(names = "--reference", paramLabel = "TEXT", description = "Your own reference; it is kept with the event.")
    private String reference;

    @Override
    String path() {
        return "/accounts/" + Api.escaped(id) + "/deposits";
    }

    @Override
    Map<String, String> body() {
        Map<String, String> body = body(amount, currency, text);
        body.put("reference", reference);
        return body;
    }
}
