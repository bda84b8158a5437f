/**
 * What can be set, where it is set, and what is wrong with it: texts of several sources become typed values, or one list
 * of all faults. Sees nothing else of the program. Start reading at {@link io.banku.settings.Setting}, the table of all
 * keys, then {@link io.banku.settings.Settings}.
 */
package io.banku.settings;
