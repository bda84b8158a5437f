/**
 * The beans that the routes name: each turns what Camel brings into a call of the program and nothing more. Beside {@link
 * io.banku.Banku} the only place that knows Camel. Start reading in {@code routes/}.
 */
package io.banku.camel;
