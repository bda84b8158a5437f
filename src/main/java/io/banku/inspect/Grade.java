package io.banku.inspect;

/** How much a finding is worth. */
enum Grade {
    /** It explains the file to its end, and nothing else does equally well. */
    CERTAIN,
    /** It is better than all others, but does not explain everything, or rests on little. */
    LIKELY,
    /** One of several that are equally good, or a weak one. */
    POSSIBLE
}
