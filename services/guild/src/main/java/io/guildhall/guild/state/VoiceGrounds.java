package io.guildhall.guild.state;

import io.guildhall.model.table.RowView;

/** Everything on which it depends what members may do in voice, at one moment. */
public final class VoiceGrounds {
    private final VoiceStates voice;
    private final RoleList roles;
    private final ChannelList channels;
    private final MemberTable members;
    private final RowView row;

    private VoiceGrounds(GuildContents contents) {
        voice = contents.voice();
        roles = contents.roles();
        channels = contents.channels();
        members = contents.members();
        row = contents.row();
    }

    public static VoiceGrounds of(GuildContents contents) {
        return new VoiceGrounds(contents);
    }

    /** Whether nothing of it is different by now. */
    public boolean hold(GuildContents contents) {
        return voice == contents.voice()
                && roles == contents.roles()
                && channels == contents.channels()
                && members == contents.members()
                && row == contents.row();
    }
}
