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
        guild.findPart(MemberLists.class).ifPresent(lists -> MemberListing.keep(guild, turn(guild, lists, changes)));
        return Reply.noContent();
    }

    private static MemberLists turn(GuildState guild, MemberLists lists, Changes changes) {
        boolean tells = lists.standing().schedule().tells();
        MemberLists present = lists;
        if (!lists.sameRules(guild)) {
            present = present.withoutStrangers(guild, takeChanged(guild)).begunAnew(guild);
        } else if (tells && lists.standing().round() == null) {
            ChangedUsers changed = takeChanged(guild);
            present = present.withoutStrangers(guild, changed)
                    .bySight(guild, changed, changes)
                    .advanced(guild, changed);
        }
        MemberLists built = new Building(guild, changes).continued(present);
        return tells
                ? new Telling(guild, built, changes).told(MemberListing.interval(built))
                : built.with(built.standing().with(built.standing().schedule().worked()));
    }

    private static ChangedUsers takeChanged(GuildState guild) {
        ChangedUsers changed = guild.findPart(ChangedUsers.class).orElse(ChangedUsers.NONE);
        guild.putPart(ChangedUsers.NONE);
        return changed;
    }
}
