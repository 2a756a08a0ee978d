package io.guildhall.guild.widget;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.GuildOperation;
import io.guildhall.guild.invite.WidgetInvites;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.state.GuildChannel;
import io.guildhall.guild.state.GuildState;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.GreetingOperations;
import io.guildhall.model.payload.Json;
import io.guildhall.model.permission.Permission;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A guild as other people's pages show it: the voice channels that are open to everybody, and some of those who are online, as
 * {@link WidgetMembers} has them. The code of the invite and the paths of pictures become addresses in api, which knows where the instance
 * is.
 */
@Singleton
public final class GetWidget implements GuildOperation {
    private final WidgetInvites invites;

    public GetWidget(WidgetInvites invites) {
        this.invites = invites;
    }

    @Override
    public Operation operation() {
        return GreetingOperations.GET_WIDGET;
    }

    @Override
    public boolean openToStrangers() {
        return true;
    }

    @Override
    public Reply handle(GuildState guild, Call call, Changes changes) {
        ShownWidget.require(guild);
        List<GuildChannel> open = guild.channelsInOrder().stream()
                .filter(channel -> channel.type().voice())
                .filter(channel -> Permission.holdsAll(
                        guild.permissions().ofEveryone(channel),
                        Permission.of(Permission.VIEW_CHANNEL, Permission.CONNECT)))
                .toList();
        Set<Long> places = open.stream().map(GuildChannel::id).collect(Collectors.toUnmodifiableSet());
        ObjectNode widget = ShownWidget.facts(guild)
                .put("id", Snowflake.format(guild.id()))
                .put("instant_invite", invites.code(guild, changes).orElse(null));
        ArrayNode channels = widget.putArray("channels");
        open.forEach(channel -> channels.add(channel(channel)));
        widget.set("members", WidgetMembers.of(guild, places));
        return Reply.json(widget);
    }

    private static ObjectNode channel(GuildChannel channel) {
        return Json.object()
                .put("id", Snowflake.format(channel.id()))
                .put("name", channel.name())
                .put("position", channel.position());
    }
}
