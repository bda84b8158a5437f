/** What is written for people is held to the program: links, file names, commands, codes, metrics, alerts. */
package io.banku.docs;
