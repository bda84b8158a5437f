package io.banku.inspect;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/** Is a field by its name about a person: who they are, and where they are found? */
public final class PrivateNames {
    private static final Set<String> WORDS = Set.of(
            "NAME",
            "NAMES",
            "NAM",
            "SURNAME",
            "FORENAME",
            "FIRSTNAME",
            "LASTNAME",
            "FNAME",
            "LNAME",
            "INITIALS",
            "HOLDER",
            "HOLDERS",
            "OWNER",
            "PAYEE",
            "PAYER",
            "BENEFICIARY",
            "ADDR",
            "ADDRESS",
            "ADDRESSES",
            "ADRESSE",
            "ADR",
            "STREET",
            "STRASSE",
            "STR",
            "CITY",
            "TOWN",
            "ORT",
            "ZIP",
            "ZIPCODE",
            "POSTCODE",
            "POSTAL",
            "PLZ",
            "PHONE",
            "TEL",
            "TELEPHONE",
            "MOBILE",
            "FAX",
            "EMAIL",
            "MAIL",
            "BIRTH",
            "BIRTHDATE",
            "DOB",
            "SSN",
            "PASSPORT",
            "VORNAME",
            "NACHNAME",
            "INHABER");

    /** These say that the name is one of a thing. */
    private static final Set<String> THINGS =
            Set.of("FILE", "PROGRAM", "PROG", "JOB", "SYSTEM", "PRODUCT", "FIELD", "COPYBOOK", "DATASET", "TABLE");

    private PrivateNames() {}

    /** {@code AM-HOLDER} and {@code CUST-ADDR-LINE2} are, {@code FILE-NAME} is not. */
    public static boolean isOne(String field) {
        String[] words = field.toUpperCase(Locale.ROOT).replaceAll("[0-9]+", "").split("[-_]");
        return Arrays.stream(words).anyMatch(WORDS::contains)
                && Arrays.stream(words).noneMatch(THINGS::contains);
    }
}
