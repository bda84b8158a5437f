/** The whole program on real servers. Start reading at {@link io.banku.whole.SampleNightTest}. */
package io.banku.whole;
