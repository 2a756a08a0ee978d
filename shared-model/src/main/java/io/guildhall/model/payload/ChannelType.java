package io.guildhall.model.payload;

import io.guildhall.model.permission.ChannelRules;

/** The kinds of channels. */
public enum ChannelType {
    GUILD_TEXT(0),
    DM(1),
    GUILD_VOICE(2),
    GROUP_DM(3),
    GUILD_CATEGORY(4),
    GUILD_ANNOUNCEMENT(5),
    ANNOUNCEMENT_THREAD(10),
    PUBLIC_THREAD(11),
    PRIVATE_THREAD(12),
    GUILD_STAGE_VOICE(13),
    GUILD_DIRECTORY(14),
    GUILD_FORUM(15),
    GUILD_MEDIA(16);

    private final int number;

    ChannelType(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }

    /** True for channels in which people speak; they have a text chat too. */
    public boolean voice() {
        return this == GUILD_VOICE || this == GUILD_STAGE_VOICE;
    }

    /** True for forums and media channels, which hold threads and no messages of their own. */
    public boolean threadsOnly() {
        return this == GUILD_FORUM || this == GUILD_MEDIA;
    }

    public boolean thread() {
        return this == ANNOUNCEMENT_THREAD || this == PUBLIC_THREAD || this == PRIVATE_THREAD;
    }

    public boolean isPrivate() {
        return this == DM || this == GROUP_DM;
    }

    /** True when messages can be sent right into it. */
    public boolean holdsMessages() {
        return switch (this) {
            case GUILD_CATEGORY, GUILD_DIRECTORY, GUILD_FORUM, GUILD_MEDIA -> false;
            case GUILD_TEXT,
                    DM,
                    GUILD_VOICE,
                    GROUP_DM,
                    GUILD_ANNOUNCEMENT,
                    ANNOUNCEMENT_THREAD,
                    PUBLIC_THREAD,
                    PRIVATE_THREAD,
                    GUILD_STAGE_VOICE -> true;
        };
    }

    /** True when threads can be begun in it. */
    public boolean holdsThreads() {
        return this == GUILD_TEXT || this == GUILD_ANNOUNCEMENT || threadsOnly();
    }

    /** Which implicit denials its permissions have. */
    public ChannelRules rules() {
        if (thread()) {
            return ChannelRules.THREAD;
        }
        return voice() ? ChannelRules.VOICE : ChannelRules.TEXT;
    }

    /** Fails with IllegalArgumentException for a number that is none. */
    public static ChannelType of(int number) {
        for (ChannelType type : values()) {
            if (type.number == number) {
                return type;
            }
        }
        throw new IllegalArgumentException("no channel type has the number " + number);
    }
}
