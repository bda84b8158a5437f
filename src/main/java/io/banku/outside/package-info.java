/**
 * What the settings name outside of this process, as it is found: one sentence each, for people. Start with {@link
 * io.banku.outside.Sight}.
 */
package io.banku.outside;
