/**
 * The life of a batch: a file is taken out of the inbox, staged, checked as a whole, published in chunks, sealed; or
 * held, refused, found to be a duplicate. Start reading at {@link io.banku.batch.BatchState}, then {@link
 * io.banku.batch.BatchRun}, which is one batch's way through.
 */
package io.banku.batch;
