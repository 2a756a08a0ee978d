package io.guildhall.guild.widget;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.guild.presence.UserPresence;
import io.guildhall.guild.state.GuildMember;
import io.guildhall.guild.state.GuildState;
import io.guildhall.guild.state.VoiceStates.InVoice;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;
import io.guildhall.model.table.catalogue.Members;
import java.util.Optional;
import java.util.Set;

/**
 * Those of a widget who are online. Strangers learn no ids: members are numbered, and the address of a picture names only the picture.
 * Where somebody speaks is told of the channels that the widget shows, and of no other.
 */
final class WidgetMembers {
    private static final int MOST = 100;
    private static final int DEFAULT_AVATARS = 6;

    private final GuildState guild;
    private final Set<Long> places;

    private WidgetMembers(GuildState guild, Set<Long> places) {
        this.guild = guild;
        this.places = places;
    }

    /** @param places the channels that the widget shows */
    static ArrayNode of(GuildState guild, Set<Long> places) {
        WidgetMembers members = new WidgetMembers(guild, places);
        ArrayNode shown = Json.array();
        for (long user : guild.presences().onlineUsers(MOST)) {
            guild.findMember(user).ifPresent(member -> shown.add(members.member(shown.size(), member)));
        }
        return shown;
    }

    private ObjectNode member(int number, GuildMember member) {
        UserPresence presence = guild.presences().of(member.id());
        ObjectNode shown = Json.object()
                .put("id", Integer.toString(number))
                .put("username", member.shownName())
                .put("discriminator", "0000")
                .putNull("avatar")
                .put("status", presence.status())
                .put("avatar_url", picture(number, member));
        presence.activities().stream()
                .map(activity -> activity.path("name").asText(""))
                .filter(name -> !name.isEmpty())
                .findFirst()
                .ifPresent(name -> shown.putObject("activity").put("name", name));
        guild.voice()
                .find(member.id())
                .filter(voice -> places.contains(voice.channelId()))
                .ifPresent(voice -> speaks(shown, member, voice));
        return shown;
    }

    private static void speaks(ObjectNode shown, GuildMember member, InVoice voice) {
        shown.put("channel_id", Snowflake.format(voice.channelId()))
                .put("deaf", member.row().get(Members.DEAF, false))
                .put("mute", member.row().get(Members.MUTE, false))
                .put("self_deaf", voice.selfDeaf())
                .put("self_mute", voice.selfMute())
                .put("suppress", voice.suppressed());
    }

    /** Below the address of the CDN. */
    private static String picture(int number, GuildMember member) {
        return Optional.ofNullable(member.row().get(Members.AVATAR))
                .or(() -> Optional.ofNullable(member.user().avatar()))
                .map(picture -> "widget-avatars/" + number + "/" + picture + ".png")
                .orElseGet(() -> "embed/avatars/" + (member.id() >>> 22) % DEFAULT_AVATARS + ".png");
    }
}
