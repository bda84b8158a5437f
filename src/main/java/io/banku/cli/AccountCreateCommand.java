package io.banku.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code banku account create}: opens an account. */
@Command(name = "create", description = "Open an account.")
final class AccountCreateCommand extends BankCommand {
    @Parameters(paramLabel = "CURRENCY", description = "EUR, for example; the account keeps it for ever.")
    private String currency;

    @Option(names = "--id", paramLabel = "ID", description = "The account's id; made of the key if not given.")
    private String id;

    @Option(names = "--holder", paramLabel = "NAME", description = "Whose it is.")
    private String holder;

    @Override
    String path() {
        return "/accounts";
    }

    @Override
    Map<String, String> body() {
        Map<String, String> body = new LinkedHashMap<>();
        body.put("account", id);
        body.put("currency", currency);
        body.put("holder", holder);
        return body;
    }
}
