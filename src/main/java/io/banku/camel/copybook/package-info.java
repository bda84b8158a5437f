/**
 * Records of a mainframe as Camel's data format {@code copybook}: with {@code io.banku.copybook} and {@code
 * io.banku.record} a small jar of its own, for any Camel project. Start reading at {@link
 * io.banku.camel.copybook.CopybookDataFormat}.
 */
package io.banku.camel.copybook;
