package io.guildhall.guild.ban;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Outcomes;
import io.guildhall.guild.message.BucketIndex;
import io.guildhall.guild.state.GuildChannel;
import io.guildhall.guild.state.GuildState;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;
import io.guildhall.model.rpc.Command;
import io.guildhall.model.rpc.Internal;
import io.guildhall.model.rpc.Outcome;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Messages;
import io.guildhall.observability.process.Guard;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * Finds what banned users wrote lately, outside the guild's mailbox and after the ban is durable, and asks the guild to
 * delete it in batches. When the node goes down meanwhile, what was not found yet stays.
 */
final class MessagePurge implements Runnable {
    static final int BATCH = 100;

    private static final Logger LOG = Logger.getLogger(MessagePurge.class);
    private static final int PAGE = 1000;

    private final GuildState guild;
    private final List<Long> channels;
    private final Set<Long> authors;
    private final long oldest;
    private final long newest;

    private MessagePurge(GuildState guild, List<Long> channels, Set<Long> authors, long oldest, long newest) {
        this.guild = guild;
        this.channels = channels;
        this.authors = authors;
        this.oldest = oldest;
        this.newest = newest;
    }

    static void start(GuildState guild, List<Long> authors, long seconds, Changes changes) {
        if (seconds == 0) {
            return;
        }
        long now = guild.now();
        long oldest = Snowflake.lowestAt(now - seconds * 1000);
        List<Long> channels = guild.channels().stream()
                .filter(channel -> channel.lastMessageId() >= oldest)
                .map(GuildChannel::id)
                .toList();
        MessagePurge purge =
                new MessagePurge(guild, channels, Set.copyOf(authors), oldest, Snowflake.lowestAt(now + 1));
        changes.afterCommit(() -> Thread.ofVirtual().name("purge").start(purge));
    }

    @Override
    public void run() {
        try {
            channels.forEach(this::purge);
        } catch (Throwable failure) {
            Guard.PROCESS.check(failure);
            LOG.warnf("Deleting banned users' messages stopped: %s", failure.toString());
        }
    }

    private void purge(long channel) {
        List<Long> found = new ArrayList<>();
        BucketIndex index = new BucketIndex(guild.context().freeStorage(), channel);
        for (long bucket : index.between(oldest, newest)) {
            long before = newest;
            List<RowView> page = page(channel, bucket, before);
            while (!page.isEmpty()) {
                page.stream()
                        .filter(row -> authors.contains(row.get(Messages.AUTHOR_ID, 0L)))
                        .forEach(row -> found.add(row.get(Messages.MESSAGE_ID)));
                while (found.size() >= BATCH) {
                    ask(channel, found.subList(0, BATCH));
                }
                before = page.getLast().get(Messages.MESSAGE_ID);
                page = page.size() < PAGE ? List.of() : page(channel, bucket, before);
            }
        }
        if (!found.isEmpty()) {
            ask(channel, found);
        }
    }

    private List<RowView> page(long channel, long bucket, long before) {
        return guild.context()
                .freeStorage()
                .read(
                        Messages.TABLE,
                        Read.from(Messages.TABLE, channel, bucket)
                                .after(before)
                                .endingAt(oldest)
                                .limit(PAGE)
                                .build());
    }

    private void ask(long channel, List<Long> batch) {
        ObjectNode body = Json.object().put("channel_id", Snowflake.format(channel));
        ArrayNode ids = body.putArray("ids");
        batch.forEach(id -> ids.add(Snowflake.format(id)));
        batch.clear();
        Outcome outcome = guild.context()
                .owners()
                .ask(Command.newBuilder()
                        .setActor(guild.context().key())
                        .setInternal(Internal.newBuilder()
                                .setStep(PurgeMessages.STEP)
                                .setBody(Json.bytes(body)))
                        .build());
        if (Outcomes.isUnavailable(outcome)) {
            throw new IllegalStateException("the guild can't be reached");
        }
    }
}
