package io.guildhall.guild.stagechat;

import io.guildhall.guild.channel.GuildPlace;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.message.MessageWriter;
import io.guildhall.guild.message.Notice;
import io.guildhall.guild.stage.StageView;
import io.guildhall.guild.stagenews.StageNews;
import io.guildhall.guild.state.GuildState;
import jakarta.inject.Singleton;

/** Writes what happens on a stage into the stage's chat. Where nothing goes on nothing is written. */
@Singleton
public final class StageChat implements StageNews {
    private final MessageWriter writer;

    public StageChat(MessageWriter writer) {
        this.writer = writer;
    }

    @Override
    public void tell(
            GuildState guild, long channelId, long by, Kind kind, String topic, boolean everyone, Changes changes) {
        if (!StageView.isOn(guild, channelId)) {
            return;
        }
        Notice notice =
                Notice.of(kind.messageType(), guild.member(by).user(), by).saying(topic);
        writer.notice(new GuildPlace(guild, channelId), everyone ? notice.toEveryone() : notice, changes);
    }
}
