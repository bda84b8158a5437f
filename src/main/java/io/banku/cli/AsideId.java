package io.banku.cli;

import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/**
 * Something that was kept aside of an account: {@code 0000004711/3} is its third break.
 *
 * @param name which of those of the account
 */
record AsideId(String account, String name) {

    static AsideId ofBreak(String text, CommandLine command) {
        return of(text, "[1-9][0-9]{0,17}", "ACCOUNT/NUMBER, as 0000004711/3", command);
    }

    /** An account's id may have slashes in it. */
    private static AsideId of(String text, String form, String expected, CommandLine command) {
        int slash = text.lastIndexOf('/');
        if (slash < 1 || !text.substring(slash + 1).matches(form)) {
            throw new ParameterException(command, "expected " + expected + ", found '" + text + "'");
        }
        return new AsideId(text.substring(0, slash), text.substring(slash + 1));
    }

    String path(String repairs) {
        return "/accounts/" + Api.escaped(account) + "/" + repairs;
    }
}
