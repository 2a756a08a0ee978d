package io.guildhall.gateway.connection;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.gateway.CloseCode;
import io.guildhall.model.rpc.ChannelRanges;
import io.guildhall.model.rpc.Subscription;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a person's client wants to look at in a guild, as op 14 says it, and op 37 for several guilds. A field that is not there leaves
 * what was said before. More channels, ranges, members or lists of a thread's members than are served are passed over.
 */
record SubscriptionRequest(JsonNode data) {
    static final int MOST_CHANNELS = 5;
    static final int MOST_RANGES = 5;
    static final int MOST_MEMBERS = 100;
    static final int MOST_THREAD_LISTS = 10;
    private static final int RANGE = 100;
    /** No list is longer. */
    private static final int LAST_PLACE = 9_999_999;

    /** @param data the guild's part of the client's frame; it is looked through here, and refused when it makes no sense */
    static SubscriptionRequest read(JsonNode data) throws Refusal {
        if (!data.isObject()
                || !booleanOrAbsent(data.path("typing"))
                || !booleanOrAbsent(data.path("member_updates"))
                || !booleanOrAbsent(data.path("threads"))
                || !booleanOrAbsent(data.path("activities"))
                || !(data.path("channels").isObject() || Ids.absent(data.path("channels")))
                || !arrayOrAbsent(data.path("thread_member_lists"))
                || !arrayOrAbsent(data.path("members"))) {
            throw new Refusal(CloseCode.DECODE_ERROR);
        }
        return new SubscriptionRequest(data);
    }

    /** Whether parts of lists are asked for, which are told from their beginning then. */
    boolean namesChannels() {
        return data.path("channels").isObject();
    }

    /**
     * What is looked at from now on.
     *
     * @param threadLists how many threads' members the session may look at here; it looks at others elsewhere
     */
    Subscription over(Subscription before, int threadLists) throws Refusal {
        Subscription.Builder next = before.toBuilder();
        if (data.path("typing").isBoolean()) {
            next.setTyping(data.path("typing").booleanValue());
        }
        if (data.path("member_updates").isBoolean()) {
            next.setMemberUpdates(data.path("member_updates").booleanValue());
        }
        if (data.path("activities").isBoolean()) {
            next.setActivities(data.path("activities").booleanValue());
        }
        if (data.path("threads").isBoolean()) {
            next.setThreads(data.path("threads").booleanValue());
        }
        if (data.path("members").isArray()) {
            next.clearMembers().addAllMembers(first(MOST_MEMBERS, data.path("members")));
        }
        if (data.path("thread_member_lists").isArray()) {
            next.clearThreadMemberLists()
                    .addAllThreadMemberLists(
                            first(Math.min(MOST_THREAD_LISTS, threadLists), data.path("thread_member_lists")));
        }
        if (namesChannels()) {
            next.clearChannels().addAllChannels(channels());
        }
        return next.build();
    }

    private List<ChannelRanges> channels() throws Refusal {
        List<ChannelRanges> channels = new ArrayList<>();
        for (Map.Entry<String, JsonNode> channel : data.path("channels").properties()) {
            ChannelRanges.Builder ranges = ChannelRanges.newBuilder().setChannelId(Ids.read(channel.getKey()));
            ranges(channel.getValue()).forEach(ranges::addRanges);
            if (channels.size() < MOST_CHANNELS && ranges.getRangesCount() > 0) {
                channels.add(ranges.build());
            }
        }
        return channels;
    }

    /** Clients name whole hundreds; what lies across several stands for all of them. */
    private static Set<Integer> ranges(JsonNode list) throws Refusal {
        Set<Integer> ranges = new TreeSet<>();
        for (JsonNode range : list) {
            int first = place(range, 0);
            int last = place(range, 1);
            for (int next = first / RANGE; next <= last / RANGE && ranges.size() < MOST_RANGES; next++) {
                ranges.add(next);
            }
        }
        return ranges;
    }

    private static int place(JsonNode range, int index) throws Refusal {
        JsonNode place = range.path(index);
        if (!place.canConvertToInt() || !place.isIntegralNumber() || place.intValue() < 0) {
            throw new Refusal(CloseCode.DECODE_ERROR);
        }
        return Math.min(place.intValue(), LAST_PLACE);
    }

    private static List<Long> first(int limit, JsonNode list) throws Refusal {
        return Ids.readAll(list).stream().limit(limit).toList();
    }

    private static boolean arrayOrAbsent(JsonNode node) {
        return node.isArray() || Ids.absent(node);
    }

    private static boolean booleanOrAbsent(JsonNode node) {
        return node.isBoolean() || Ids.absent(node);
    }
}
