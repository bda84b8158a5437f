package io.banku.view;

import io.banku.account.Account;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The accounts of one partition that were last touched, as the view holds them at one position; bounded. It is of no use
 * at any other position, as an account of a later one would hide its events. One thread.
 */
final class AccountCache extends LinkedHashMap<String, Account> {
    private final int limit;
    private long position;

    AccountCache(int limit, long position) {
        super(1024, 0.75f, true);
        this.limit = limit;
        this.position = position;
    }

    long position() {
        return position;
    }

    void reached(long next) {
        position = next;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Account> eldest) {
        return size() > limit;
    }
}
