package io.guildhall.guild.memberlist;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.guild.state.GuildView;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;
import io.guildhall.model.rpc.Event;
import java.util.List;

/** GUILD_MEMBER_LIST_UPDATE of one list. */
final class ListPayload {
    private static final String NAME = "GUILD_MEMBER_LIST_UPDATE";
    private static final String INDEX = "index";

    private final GuildView guild;
    private final Groups groups;
    private final MemberList list;
    private final ArrayNode counts = Json.array();
    private int online;

    ListPayload(GuildView guild, Groups groups, MemberList list) {
        this.guild = guild;
        this.groups = groups;
        this.list = list;
        for (int group = 0; group < groups.count(); group++) {
            int members = list.members(group);
            if (members > 0) {
                counts.add(group(group, members));
                online += groups.isOffline(group) ? 0 : members;
            }
        }
    }

    /** The whole part. */
    Event sync(int part, List<Place> now) {
        ArrayNode ops = Json.array();
        ObjectNode op = ops.addObject().put("op", "SYNC");
        range(op, part);
        ArrayNode items = op.putArray("items");
        now.forEach(place -> items.add(item(place)));
        return event(ops, new Spot(list.number(), part).freshTopic());
    }

    /** The whole part, for those who were told another state of it. */
    Event again(int part, List<Place> now) {
        return sync(part, now).toBuilder()
                .clearTopics()
                .addTopics(new Spot(list.number(), part).topic())
                .build();
    }

    /** What is different, for those who were told the state before. */
    Event change(int part, List<Place> now, Difference difference) {
        ArrayNode ops = Json.array();
        int first = part * MemberList.PART;
        difference.gone().forEach(index -> op(ops, "DELETE", first + index));
        difference.come().forEach(index -> op(ops, "INSERT", first + index).set("item", item(now.get(index))));
        difference.other().forEach(index -> op(ops, "UPDATE", first + index).set("item", item(now.get(index))));
        return event(ops, new Spot(list.number(), part).topic());
    }

    /** What is shown of these parts is no longer so: nothing is told of them from now on, or there is nothing in them any more. */
    Event invalid(List<Integer> parts, long topic) {
        ArrayNode ops = Json.array();
        for (int part : parts) {
            range(ops.addObject().put("op", "INVALIDATE"), part);
        }
        return event(ops, topic);
    }

    private static void range(ObjectNode op, int part) {
        int first = part * MemberList.PART;
        op.putArray("range").add(first).add(first + MemberList.PART - 1);
    }

    private static ObjectNode op(ArrayNode ops, String name, int index) {
        return ops.addObject().put("op", name).put(INDEX, index);
    }

    private Event event(ArrayNode ops, long topic) {
        ObjectNode payload = Json.object()
                .put("guild_id", Snowflake.format(guild.id()))
                .put("id", list.viewers().id())
                .put("member_count", guild.memberCount())
                .put("online_count", online);
        payload.set("groups", counts);
        payload.set("ops", ops);
        return Event.newBuilder()
                .setName(NAME)
                .setPayload(Json.bytes(payload))
                .setChannelId(list.viewers().channelId())
                .addTopics(topic)
                .setPassing(true)
                .build();
    }

    private ObjectNode item(Place place) {
        ObjectNode item = Json.object();
        if (place.header()) {
            item.set("group", group(place.group(), list.members(place.group())));
            return item;
        }
        // Whoever stands in the list is a member of this state: it is as the lists are.
        ObjectNode member = (ObjectNode) Json.tree(guild.member(place.userId()).payload());
        member.set("presence", Json.tree(guild.presences().of(place.userId()).payload(null)));
        item.set("member", member);
        return item;
    }

    private ObjectNode group(int group, int members) {
        return Json.object().put("id", groups.id(group)).put("count", members);
    }
}
