/**
 * Events become account views in Redis, exactly once in effect. Start reading at {@link io.banku.view.Projection}; what
 * is stored and how it is read back says {@link io.banku.view.AccountFields}. The only place that knows the Redis client.
 */
package io.banku.view;
