package io.banku.settings;

/** A value that somebody gave, as text, and where: {@code bank.properties:12}, {@code BANKU_HTTP_PORT}. */
record Entry(String key, String value, String origin) {

    /** As it may be shown: without passwords. */
    String shown() {
        return Secrets.hide(key, value);
    }
}
