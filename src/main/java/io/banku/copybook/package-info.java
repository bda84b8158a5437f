/**
 * COBOL text becomes a {@link io.banku.copybook.Layout}: every data item with its offset, length, PICTURE and usage. Sees
 * nothing else of the program. Start reading at {@link io.banku.copybook.Copybook}.
 */
package io.banku.copybook;
