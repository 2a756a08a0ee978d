/**
 * Makes a guild of what export tools wrote of one elsewhere, and writes one in the same form. For an import the files are read twice, a message at a time: first
 * to see which channels, roles and people there are, then to write the messages. All ids stay as they were, so that times are the original ones and the same
 * files always make the same rows, however often the import is broken off. The guild itself is written last: until then nobody sees anything of it.
 */
package io.guildhall.standalone.moving;
