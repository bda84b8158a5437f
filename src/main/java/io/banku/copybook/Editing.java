package io.banku.copybook;

/**
 * What a numeric-edited PICTURE does to a number, position by position.
 *
 * @param symbols the PICTURE written out, without V and P: {@code Z(3)9,99CR} is {@code ZZZ9,99CR}. Whatever the program says
 *     of DECIMAL-POINT and CURRENCY, here the point is {@code .}, what groups thousands is {@code ,}, and currency is {@code $}
 * @param point what stands for the point in the data
 * @param comma what stands for the comma in the data
 * @param currency what stands for the leftmost {@code $} in the data; one character or more
 */
public record Editing(String symbols, char point, char comma, String currency) {}
