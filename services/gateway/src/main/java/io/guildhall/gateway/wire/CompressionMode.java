package io.guildhall.gateway.wire;

/** Whether zlib-streams share compressed events or each have a compressor of their own. */
public enum CompressionMode {
    /** Every event is deflated once for all sessions: cheap in time and memory, dearer in bytes. */
    SHARED,
    /** A compressor for each connection: cheap in bytes, dear in time and memory. */
    CLASSIC
}
