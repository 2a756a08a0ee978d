package io.guildhall.outgoing;

import java.time.Duration;

/**
 * What a call may take.
 *
 * @param timeout for everything together, from the name's resolution to the last byte
 * @param maxBytes of the answer's body
 * @param cut true when only the body's beginning is wanted: what is beyond the bytes is not read. Else a larger answer is refused.
 * @param redirects how often the answer may lead on to another address; with 0 such an answer is the answer
 */
public record Bounds(Duration timeout, int maxBytes, boolean cut, int redirects) {}
