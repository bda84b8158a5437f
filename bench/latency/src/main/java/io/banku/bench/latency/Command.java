package io.banku.bench.latency;

/**
 * A request that may be sent again as it is: the key makes sure that it is carried out once.
 *
 * @param debited number of the account that {@code cents} are taken from, or {@link #NOBODY}
 * @param credited number of the account that they are given to, or {@link #NOBODY}
 */
record Command(String key, String path, String body, int debited, int credited, long cents) {
    static final int NOBODY = -1;
}
