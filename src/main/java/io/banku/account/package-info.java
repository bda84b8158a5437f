/**
 * The bank's language and its rules: money, the events about an account, and how an account changes by them. Pure: no
 * clock, no Kafka, no Redis, no JSON. Start reading at {@link io.banku.account.Event}, then {@link
 * io.banku.account.Fold}.
 */
package io.banku.account;
