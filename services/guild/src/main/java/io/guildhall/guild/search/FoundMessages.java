package io.guildhall.guild.search;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.guild.kernel.actor.SideBySide;
import io.guildhall.guild.kernel.actor.StorageFacade;
import io.guildhall.guild.message.MessageStore;
import io.guildhall.guild.message.MessageView;
import io.guildhall.guild.state.GuildMember;
import io.guildhall.guild.state.GuildSnapshot;
import io.guildhall.guild.state.GuildThread;
import io.guildhall.messageindex.Hits;
import io.guildhall.messageindex.Hits.Hit;
import io.guildhall.model.attachment.AttachmentLinks;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;
import io.guildhall.model.table.RowView;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Answers a search with the messages that were found, as they are stored now. Reads, so it is for use outside the mailbox. */
record FoundMessages(GuildSnapshot guild, GuildMember caller, StorageFacade storage, AttachmentLinks links) {
    /** Each message is a list of its own, from the time when its neighbours came with it. */
    ObjectNode answer(Hits hits) {
        Map<Long, ObjectNode> messages = read(hits.messages());
        ObjectNode answer = Json.object();
        ArrayNode groups = answer.putArray("messages");
        Set<Long> places = new HashSet<>();
        for (Hit hit : hits.messages()) {
            ObjectNode message = messages.get(hit.message());
            if (message != null) {
                groups.addArray().add(message);
                places.add(hit.channel());
            }
        }
        ArrayNode threads = answer.putArray("threads");
        ArrayNode members = answer.putArray("members");
        for (GuildThread thread : threads(places)) {
            threads.add(Json.<ObjectNode>tree(thread.payload()));
            thread.find(caller).ifPresent(member -> members.add(Json.<ObjectNode>tree(member)));
        }
        return answer.put("total_results", hits.total()).put("doing_deep_historical_index", false);
    }

    /** What was deleted since it was found is left out. */
    private Map<Long, ObjectNode> read(List<Hit> hits) {
        Map<Long, List<Long>> byPlace = hits.stream()
                .collect(Collectors.groupingBy(Hit::channel, Collectors.mapping(Hit::message, Collectors.toList())));
        Map<Long, ObjectNode> found = new HashMap<>();
        SideBySide.map(List.copyOf(byPlace.entrySet()), place -> read(place.getKey(), place.getValue()))
                .forEach(messages -> messages.forEach(
                        message -> found.put(Snowflake.parse(message.get("id").asText()), message)));
        return found;
    }

    private List<ObjectNode> read(long place, List<Long> messages) {
        MessageStore store = new MessageStore(storage, place);
        List<RowView> rows = store.findAll(messages);
        List<ObjectNode> shown = MessageView.forUser(store, links, caller.id()).jsonOfAll(rows);
        shown.forEach(message -> message.put("hit", true).remove("reactions"));
        return shown;
    }

    private List<GuildThread> threads(Set<Long> places) {
        List<GuildThread> active = places.stream()
                .map(place -> guild.threads().byId().find(place))
                .flatMap(Optional::stream)
                .toList();
        Set<Long> archived = new HashSet<>(places);
        archived.removeIf(place -> guild.findChannel(place).isPresent());
        active.forEach(thread -> archived.remove(thread.id()));
        List<GuildThread> all = new ArrayList<>(active);
        all.addAll(new GuildThreads(storage, guild.id()).find(archived));
        return all;
    }
}
