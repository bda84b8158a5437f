/** Random input for the tests of whatever reads bytes or text from outside. */
package io.banku.fuzz;
