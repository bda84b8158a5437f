/**
 * A feed tried out without servers: what its tests and samples say, what a file would become, what another definition would
 * make of it, and files made up for it. Start reading at {@link io.banku.trial.FeedTrial}; all of it walks a file by
 * {@link io.banku.trial.FileWalk}.
 */
package io.banku.trial;
