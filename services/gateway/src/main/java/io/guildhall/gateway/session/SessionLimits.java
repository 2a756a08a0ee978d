package io.guildhall.gateway.session;

/**
 * The bounds of one session.
 *
 * @param replayEvents events kept for RESUME; the oldest is forgotten first
 * @param replayBytes bytes of those events, counted per session although they are shared; also of those that wait for READY
 * @param pendingBytes bytes of events that wait for a slow reader; beyond, its connection is cut
 * @param batchBytes bytes after which one write ends and the next begins
 */
public record SessionLimits(int replayEvents, long replayBytes, long pendingBytes, int batchBytes) {}
