package io.guildhall.guild.search;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.guild.kernel.actor.StorageFacade;
import io.guildhall.guild.search.StoredMessages.Shown;
import io.guildhall.guild.state.GuildMember;
import io.guildhall.guild.state.GuildSnapshot;
import io.guildhall.guild.state.GuildThread;
import io.guildhall.messageindex.Hits;
import io.guildhall.model.payload.Json;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Answers a search of a guild: the messages, the threads that they are in, and the caller as a member of those. Reads, so it is for
 * use outside the mailbox.
 */
record GuildAnswer(GuildSnapshot guild, GuildMember caller, StorageFacade storage, StoredMessages stored) {
    ObjectNode of(Hits hits) {
        Shown shown = stored.show(hits.messages(), caller.id());
        ObjectNode answer = Json.object();
        answer.set("messages", shown.groups());
        ArrayNode threads = answer.putArray("threads");
        ArrayNode members = answer.putArray("members");
        for (GuildThread thread : threads(shown.places())) {
            threads.add(Json.<ObjectNode>tree(thread.payload()));
            thread.find(caller).ifPresent(member -> members.add(Json.<ObjectNode>tree(member)));
        }
        return answer.put("total_results", hits.total()).put("doing_deep_historical_index", false);
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
