package io.guildhall.guild;

import io.guildhall.model.event.WindowSize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How a guild node behaves. */
@ConfigMapping(prefix = "guildhall.guild")
public interface GuildConfig {
    /** Commands that may wait for one guild, user or private channel; more are refused with 503. */
    @WithDefault("10000")
    int mailbox();

    /** Changes of one guild that may wait for the store; the guild then pauses. */
    @WithDefault("1000")
    int pipeline();

    /** How long a guild, user or private channel that nobody uses or listens to stays in memory. */
    @WithDefault("10m")
    Duration idle();

    /** How often idle ones are looked for. */
    @WithDefault("30s")
    Duration evictEvery();

    /**
     * Whether events are stored together with the changes that they tell of, so that the next owner can deliver what this
     * one could not. Of no use where there is only one guild node.
     */
    @WithDefault("true")
    boolean storeEvents();

    /** How long one read from the store may take, with the attempts after failures, or one write to it. */
    @WithDefault("10s")
    Duration storageTimeout();

    /** How long a search for messages may take, with the second attempt at another search node. */
    @WithDefault("10s")
    Duration searchTimeout();

    /** How long a call to another owner may take, with the attempts while its ownership changes. */
    @WithDefault("20s")
    Duration ownerTimeout();

    /**
     * Bytes that may be under way to one relay that it has not taken in. What does not fit waits as the recent events of each
     * guild, once for all relays. At least twice the largest event.
     */
    @WithDefault("4194304")
    @WithConverter(WindowSize.class)
    long relayWindow();

    /** How long a relay may take in nothing of what is under way before its sessions move to others. */
    @WithDefault("10s")
    Duration relayTimeout();

    /** The pause before a relay that broke is tried again. */
    @WithDefault("200ms")
    Duration relayPause();

    /** The pause before a message to another owner that was turned away is sent again; it doubles each time, up to 10 s. */
    @WithDefault("100ms")
    Duration messagePause();

    /** How often actors are looked for whose messages another node was to deliver. */
    @WithDefault("10s")
    Duration resumeEvery();

    /** How many such actors a node takes over a second. */
    @WithDefault("200")
    int resumeRate();

    /** How long a node that shuts down may take to hand over. */
    @WithDefault("20s")
    Duration drainTimeout();

    /**
     * How long after a channel was deleted its messages begin to be removed. More than the clocks of the nodes differ, so
     * that nothing seems to be written after it was removed.
     */
    @WithDefault("10s")
    Duration purgeDelay();

    /** How often deleted channels are looked for that another node was to remove. */
    @WithDefault("30s")
    Duration purgeEvery();

    /** How many messages of deleted channels a node removes a second. */
    @WithDefault("5000")
    int purgeRate();
}
