/**
 * Runs the bridge and what it is compared with in turns, on servers of their own, and tells ratios. It knows the bridge
 * from outside only: its program, its files, its metrics, and what lies in Redis afterwards.
 */
package io.banku.bench.pairs;
