package io.banku.copybook;

/** A character of a copybook or of a member that it copies; line and column count from 1. */
record Place(String file, int line, int column) {}
