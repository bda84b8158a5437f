/**
 * On which days a file is due, and when: pure, without a clock. Start reading at {@link io.banku.calendar.DueTerms}, which
 * is how it is written, then {@link io.banku.calendar.DueDates}, which answers.
 */
package io.banku.calendar;
