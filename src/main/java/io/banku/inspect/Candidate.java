package io.banku.inspect;

import io.banku.record.FramingForm;

/**
 * A way in which the file may fall into records. Immutable.
 *
 * @param form as {@code framing:} has it
 * @param length of every record; 0 where they have several
 * @param walk what reading the file by it found
 * @param isWhole it explains the file to its end
 * @param told the evidence, as half a sentence
 */
record Candidate(FramingForm form, int length, Walk walk, Grade grade, boolean isWhole, String told) {
    /** Where the file's end was not looked at, nothing explains it to there. */
    Candidate ofSample() {
        Grade most = grade == Grade.CERTAIN ? Grade.LIKELY : grade;
        return new Candidate(form, length, walk, most, false, told);
    }

    Candidate with(Grade other) {
        return new Candidate(form, length, walk, other, isWhole, told);
    }
}
