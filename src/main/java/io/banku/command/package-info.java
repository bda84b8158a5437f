/**
 * Commands: how they are written to the log and read back, and the decider, which makes events of them
 * ahead of the view. Start reading at
 * {@link io.banku.command.Decider}; the rules for what a command comes to are in {@link io.banku.account.Decide}.
 */
package io.banku.command;
