package io.guildhall.guild.webhook;

/** The numbers of the kinds of webhooks that guilds have. */
public final class WebhookType {
    /** Whoever has its token writes with it. */
    public static final long INCOMING = 1;

    /** Writes what the channel publishes that it follows. */
    public static final long FOLLOWER = 2;

    private WebhookType() {}
}
