package io.guildhall.guild.mention;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.guild.kernel.actor.ActorCommands;
import io.guildhall.guild.kernel.actor.Keys;
import io.guildhall.guild.kernel.actor.SideBySide;
import io.guildhall.guild.kernel.actor.StorageFacade;
import io.guildhall.guild.message.MessageStore;
import io.guildhall.guild.message.MessageView;
import io.guildhall.model.attachment.AttachmentLinks;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;
import io.guildhall.model.rpc.Command;
import io.guildhall.model.rpc.Internal;
import io.guildhall.model.rpc.Outcome;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongPredicate;
import java.util.stream.Collectors;

/**
 * Shows mentions as they are now: what is deleted, or what the person may not read any more, is left out. The guilds' owners are asked for some hundred
 * messages at a time, until enough are found. Only outside the mailbox.
 */
record Inbox(long userId, LongPredicate blocked, StorageFacade storage, ActorCommands owners, AttachmentLinks links) {
    private static final int AT_ONCE = 100;
    private static final Comparator<ObjectNode> NEWEST_FIRST = Comparator.<ObjectNode>comparingLong(
                    message -> Snowflake.parse(message.path("id").asText()))
            .reversed();

    /** @param candidates the newest first; no more are taken than are needed */
    List<ObjectNode> show(Iterator<List<Candidate>> candidates, int limit) {
        List<ObjectNode> shown = new ArrayList<>();
        while (candidates.hasNext() && shown.size() < limit) {
            List<Candidate> next = candidates.next();
            for (int from = 0; from < next.size() && shown.size() < limit; from += AT_ONCE) {
                shown.addAll(messages(own(next.subList(from, Math.min(from + AT_ONCE, next.size())))));
            }
        }
        return shown.subList(0, Math.min(limit, shown.size()));
    }

    private List<Candidate> own(List<Candidate> candidates) {
        Map<Long, List<Candidate>> byGuild = candidates.stream().collect(Collectors.groupingBy(Candidate::guildId));
        Set<String> own = new HashSet<>();
        SideBySide.map(List.copyOf(byGuild.entrySet()), guild -> ask(guild.getKey(), guild.getValue()))
                .forEach(own::addAll);
        return candidates.stream()
                .filter(candidate -> own.contains(Snowflake.format(candidate.messageId())))
                .toList();
    }

    /** A guild that is gone, or that the person has left, or that can't answer now, shows nothing. */
    private List<String> ask(long guild, List<Candidate> candidates) {
        ObjectNode question = Json.object().put("user_id", Snowflake.format(userId));
        ArrayNode mentions = question.putArray("mentions");
        candidates.forEach(candidate -> mentions.add(candidate.question()));
        Outcome outcome = owners.ask(Command.newBuilder()
                .setActor(Keys.guild(guild))
                .setInternal(Internal.newBuilder().setStep(OwnMentions.STEP).setBody(Json.bytes(question)))
                .build());
        return outcome.hasSuccess() ? Json.readList(outcome.getSuccess().getBody(), String.class) : List.of();
    }

    private List<ObjectNode> messages(List<Candidate> candidates) {
        Map<Long, List<Candidate>> byChannel = candidates.stream().collect(Collectors.groupingBy(Candidate::channelId));
        return SideBySide.map(List.copyOf(byChannel.entrySet()), channel -> of(channel.getKey(), channel.getValue()))
                .stream()
                .flatMap(List::stream)
                .sorted(NEWEST_FIRST)
                .toList();
    }

    private List<ObjectNode> of(long channel, List<Candidate> candidates) {
        MessageStore store = new MessageStore(storage, channel);
        String guild = Snowflake.format(candidates.getFirst().guildId());
        List<ObjectNode> messages = MessageView.forUser(store, links, userId)
                .jsonOfAll(store.findAll(
                        candidates.stream().map(Candidate::messageId).toList()));
        return messages.stream()
                .filter(message ->
                        !blocked.test(Snowflake.parse(message.at("/author/id").asText())))
                .map(message -> message.put("guild_id", guild))
                .toList();
    }
}
