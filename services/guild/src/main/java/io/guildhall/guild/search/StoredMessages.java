package io.guildhall.guild.search;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.guild.kernel.actor.SideBySide;
import io.guildhall.guild.kernel.actor.StorageFacade;
import io.guildhall.guild.message.MessageStore;
import io.guildhall.guild.message.MessageView;
import io.guildhall.messageindex.Hits.Hit;
import io.guildhall.messageindex.document.MessageDocument;
import io.guildhall.messageindex.stored.StoredChannel;
import io.guildhall.model.attachment.AttachmentLinks;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Messages as they are stored now, for an index and for who searches. Reads, so it is for use outside the mailbox. */
record StoredMessages(StorageFacade storage, AttachmentLinks links) {
    /** All of a place, the newest first. */
    void read(long home, long place, Consumer<List<MessageDocument>> pages) {
        new StoredChannel(storage::read, home, place).read(Long.MAX_VALUE, (page, oldest) -> pages.accept(page));
    }

    /** Found messages as a client gets them, and the places that they are in. */
    record Shown(ArrayNode groups, Set<Long> places) {}

    /**
     * Each message is a list of its own, from the time when its neighbours came with it. What was deleted since it was found is left
     * out.
     */
    Shown show(List<Hit> hits, long reader) {
        Map<Long, ObjectNode> messages = find(hits, reader);
        Shown shown = new Shown(Json.array(), new HashSet<>());
        for (Hit hit : hits) {
            ObjectNode message = messages.get(hit.message());
            if (message != null) {
                shown.groups().addArray().add(message);
                shown.places().add(hit.channel());
            }
        }
        return shown;
    }

    private Map<Long, ObjectNode> find(List<Hit> hits, long reader) {
        Map<Long, List<Long>> byPlace = hits.stream()
                .collect(Collectors.groupingBy(Hit::channel, Collectors.mapping(Hit::message, Collectors.toList())));
        Map<Long, ObjectNode> found = new HashMap<>();
        SideBySide.map(List.copyOf(byPlace.entrySet()), place -> find(place.getKey(), place.getValue(), reader))
                .forEach(messages -> messages.forEach(
                        message -> found.put(Snowflake.parse(message.get("id").asText()), message)));
        return found;
    }

    private List<ObjectNode> find(long place, List<Long> messages, long reader) {
        MessageStore store = new MessageStore(storage, place);
        List<ObjectNode> shown = MessageView.forUser(store, links, reader).jsonOfAll(store.findAll(messages));
        shown.forEach(message -> message.put("hit", true).remove("reactions"));
        return shown;
    }
}
