package io.banku.feed;

import java.util.OptionalLong;

/** @param previous the sequence of the feed's previous sealed batch; empty for its first one */
public record BatchInput(FileName file, OptionalLong previous) {}
