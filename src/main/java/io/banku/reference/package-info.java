/**
 * A key and its value, found in a file that no heap has to hold: one version of a reference. Sees nothing else of the
 * program. Start reading at {@link io.banku.reference.EntryFile}; {@link io.banku.reference.EntryFileWriter} makes it.
 */
package io.banku.reference;
