package io.guildhall.guild.state;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.model.event.Events;
import io.guildhall.model.gateway.DispatchEvent;
import io.guildhall.model.gateway.Intent;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;
import io.guildhall.model.payload.ThreadChannel;
import io.guildhall.model.permission.Permission;
import io.guildhall.model.rpc.Event;
import java.util.ArrayList;
import java.util.List;

/**
 * Events about threads and what is in them. The thread's parent decides who gets one; of a private thread only its members do, and
 * those who manage threads.
 */
public record ThreadEvents(GuildView guild) {
    /** Begins an event for everybody who sees the thread. */
    public Event.Builder about(DispatchEvent name, GuildThread thread, Object payload) {
        return about(thread, Events.inChannel(name, thread.parentId(), payload));
    }

    /** Narrows an event down to those who see the thread. */
    public Event.Builder about(GuildThread thread, Event.Builder begun) {
        Event.Builder event = begun.setChannelId(thread.parentId()).setSubjectChannelId(thread.id());
        return thread.closed()
                ? event.setPermissions(Permission.MANAGE_THREADS.mask()).addAllAdmittedUsers(admitted(thread))
                : event;
    }

    /** Who is still among those that left the guild, until a {@link ThreadSweep} comes by, is not admitted, though it may be back. */
    private List<Long> admitted(GuildThread thread) {
        return thread.members().list().stream()
                .filter(user -> guild.findMember(user).filter(thread::joinedBy).isPresent())
                .toList();
    }

    /** Some came into the thread: each learns of the thread itself, and those who care for members of all of them. */
    List<Event> came(GuildThread before, GuildThread after, List<GuildMember> asked) {
        List<Event> events = new ArrayList<>();
        ObjectNode payload = membersUpdate(after);
        ArrayNode added = payload.putArray("added_members");
        List<Long> users = new ArrayList<>();
        for (GuildMember member : asked) {
            if (before.joinedBy(member) || !after.joinedBy(member) || users.contains(member.id())) {
                continue;
            }
            users.add(member.id());
            events.add(entered(after, member));
            ObjectNode shown = Json.tree(after.memberPayload(member.id()).with(member.payload()));
            added.add(shown.putNull("presence"));
        }
        if (!users.isEmpty()) {
            events.add(membersUpdate(after, payload, users).build());
        }
        return events;
    }

    Event left(GuildThread after, List<Long> users) {
        ObjectNode payload = membersUpdate(after);
        ArrayNode removed = payload.putArray("removed_member_ids");
        users.forEach(user -> removed.add(Snowflake.format(user)));
        Event.Builder event = membersUpdate(after, payload, users);
        return after.closed() ? event.addAllAdmittedUsers(users).build() : event.build();
    }

    /** What somebody is in the thread, for that user alone. */
    Event own(GuildThread thread, long userId) {
        ObjectNode payload = Json.tree(thread.memberPayload(userId));
        payload.put("guild_id", Snowflake.format(guild.id()));
        return about(DispatchEvent.THREAD_MEMBER_UPDATE, thread, payload)
                .addOnlyUsers(userId)
                .build();
    }

    /** The thread's channel begins to show to somebody who is in the thread, and who is told of public threads with all others. */
    Event shown(GuildThread thread, GuildMember member) {
        return thread.closed() ? entered(thread, member) : own(thread, member.id());
    }

    /** A thread with what the member is in it, for that member alone. */
    private Event entered(GuildThread thread, GuildMember member) {
        return about(DispatchEvent.THREAD_CREATE, thread, thread.bytes(member))
                .addOnlyUsers(member.id())
                .build();
    }

    private ObjectNode membersUpdate(GuildThread thread) {
        return Json.object()
                .put("id", Snowflake.format(thread.id()))
                .put("guild_id", Snowflake.format(guild.id()))
                .put("member_count", Math.min(thread.members().size(), ThreadChannel.MOST_COUNTED));
    }

    /** Without the intent for members a session hears only of its own user. */
    private Event.Builder membersUpdate(GuildThread thread, ObjectNode payload, List<Long> concerned) {
        return about(DispatchEvent.THREAD_MEMBERS_UPDATE, thread, payload)
                .setIntents(Intent.GUILD_MEMBERS.bit())
                .addAllAnyIntentUsers(concerned);
    }
}
