/**
 * A copybook and a file become the first definition of a feed: what the file shows stands in it with its evidence, what
 * nobody can know from it is a TODO. Start reading at {@link io.banku.draft.Draft}.
 */
package io.banku.draft;
