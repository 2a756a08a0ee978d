package io.guildhall.guild.memberlist;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.call.GuildStep;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.state.ChangedUsers;
import io.guildhall.guild.state.GuildState;
import jakarta.inject.Singleton;

/** Brings member lists up to date and tells those who look at them. The guild asks itself for it. */
@Singleton
public final class TellMemberLists implements GuildStep {
    public static final String STEP = "tellMemberLists";

    @Override
    public String step() {
        return STEP;
    }

    @Override
    public Reply handle(GuildState guild, JsonNode body, Changes changes) {
        guild.findPart(MemberLists.class).ifPresent(lists -> {
            ChangedUsers changed = guild.findPart(ChangedUsers.class).orElse(ChangedUsers.NONE);
            guild.putPart(ChangedUsers.NONE);
            guild.putPart(new Telling(guild, lists, changed, changes).told());
        });
        return Reply.noContent();
    }
}
