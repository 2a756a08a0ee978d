package io.guildhall.storage.cassandra;

/** What a request to the cluster is for. */
public enum RequestKind {
    READ,
    WRITE,
    /** Compare and set: a write that depends on what is there. Never repeated by the store. */
    CLAIM,
    SCAN
}
