package io.guildhall.model.operation;

import java.time.Duration;

/**
 * The rate limits that operations choose from. A bucket is one limit together with the major parameters of the path
 * (channel_id, guild_id, webhook_id and token) and the caller. Every value can be changed by configuration, by name.
 */
public enum RateLimit {
    DEFAULT(10, Duration.ofSeconds(5), true),
    MESSAGE_CREATE(5, Duration.ofSeconds(5), true),
    MESSAGE_EDIT(5, Duration.ofSeconds(5), true),
    MESSAGE_DELETE(5, Duration.ofSeconds(1), true),
    /** Of one webhook, or of one interaction, whoever has the token. */
    WEBHOOK(5, Duration.ofSeconds(2), true),
    REACTION(4, Duration.ofSeconds(1), true),
    /** Of one channel, whoever publishes its messages. */
    CROSSPOST(10, Duration.ofHours(1), true, true),
    CHANNEL_UPDATE(5, Duration.ofSeconds(15), true),
    GUILD_CREATE(10, Duration.ofMinutes(1), true),
    MEMBER_UPDATE(10, Duration.ofSeconds(10), true),
    /** Searches cost more than other reads. */
    SEARCH(10, Duration.ofSeconds(10), true),
    READ(50, Duration.ofSeconds(5), true),
    /** Places for files that come before their message, of one person wherever they are for: each is kept for an hour. */
    UPLOAD_SLOT(500, Duration.ofHours(1), true),
    /** The same in bytes: pieces of 4 MiB, begun ones too. */
    UPLOAD_PIECE(512, Duration.ofHours(1), true),
    /** Accounts of a game's players, made and given back by its bot: one for each player who comes to play. */
    PROVISIONAL(50, Duration.ofSeconds(10), true),
    /** Codes of second factors that are tried for one account, wherever from: three of a million are right. */
    SECOND_FACTOR(10, Duration.ofMinutes(15), false),
    /** Reports of one person: a queue is read by people. */
    REPORT(20, Duration.ofHours(1), true),
    /** Mails to one account, whoever asks for them: more are not sent, and nobody is told so. */
    MAIL(5, Duration.ofHours(1), false),
    /** Registration and login: refuses when the limiter itself is out of order. */
    ACCOUNT(20, Duration.ofMinutes(1), false);

    private final int requests;
    private final Duration refill;
    private final boolean failOpen;
    private final boolean shared;

    RateLimit(int requests, Duration refill, boolean failOpen) {
        this(requests, refill, failOpen, false);
    }

    RateLimit(int requests, Duration refill, boolean failOpen, boolean shared) {
        this.requests = requests;
        this.refill = refill;
        this.failOpen = failOpen;
        this.shared = shared;
    }

    /** Requests in one {@link #refill} period. */
    public int requests() {
        return requests;
    }

    public Duration refill() {
        return refill;
    }

    /** True: all callers take from one bucket. */
    public boolean shared() {
        return shared;
    }

    /** True: when the limiter can't be asked, let the request pass. */
    public boolean failOpen() {
        return failOpen;
    }
}
