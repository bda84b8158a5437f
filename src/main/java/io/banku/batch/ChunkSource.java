package io.banku.batch;

import java.io.Closeable;
import java.util.Iterator;

/** Chunks that are read as they are asked for. One thread at a time. */
interface ChunkSource extends Iterator<Chunk>, Closeable {}
