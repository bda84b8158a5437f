package io.banku.bench.pairs;

/**
 * Commands at one rate.
 *
 * @param p50 milliseconds within which half of them had their outcome; of those beside the file where there was one
 * @param decidedPerSecond by the bridge's own count
 * @param fileSeconds until the file beside them was in Redis; negative where there was none, or it never was
 * @param foreign what others took of the machine meanwhile, as a share of all processors
 */
record Round(double p50, double p99, double decidedPerSecond, double fileSeconds, double foreign) {}
