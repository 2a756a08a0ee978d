package io.guildhall.model.cluster;

/** The kinds of nodes. */
public enum Role {
    API,
    GUILD,
    RELAY,
    GATEWAY,
    STORAGE_PROXY,
    SEARCH,
    VOICE
}
