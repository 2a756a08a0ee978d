package io.guildhall.guild.thread;

import io.guildhall.guild.channel.GuildPlace;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.message.MessageType;
import io.guildhall.guild.message.MessageWriter;
import io.guildhall.guild.message.Notice;
import io.guildhall.guild.state.GuildMember;
import io.guildhall.guild.state.GuildState;
import io.guildhall.guild.state.GuildThread;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;
import io.guildhall.model.payload.MessageReference;
import io.guildhall.model.table.RowView;
import jakarta.inject.Singleton;
import java.util.Optional;

/** What the system writes about threads: that there is one, what it began with, who came and went, what it is called now. */
@Singleton
public final class ThreadNotices {
    /** The first message of a thread that began with a message of its parent: it only points at that one. */
    static final long STARTER = MessageType.THREAD_STARTER;

    private final MessageWriter writer;

    public ThreadNotices(MessageWriter writer) {
        this.writer = writer;
    }

    /** In the parent, for those who would not see it otherwise. */
    void created(GuildState guild, GuildThread thread, GuildMember by, Changes changes) {
        MessageReference reference =
                new MessageReference(0, Snowflake.format(thread.id()), null, Snowflake.format(guild.id()));
        writer.notice(
                new GuildPlace(guild, thread.parentId()),
                Notice.of(MessageType.THREAD_CREATED, by.user(), by.id())
                        .saying(thread.name())
                        .pointing(Json.bytes(reference)),
                changes);
    }

    /** The first message in a thread that began with this one, which has the thread's id. */
    void starter(GuildState guild, GuildThread thread, RowView message, GuildMember by, Changes changes) {
        String id = Snowflake.format(thread.id());
        MessageReference reference =
                new MessageReference(0, Snowflake.format(thread.parentId()), id, Snowflake.format(guild.id()));
        writer.notice(
                new ThreadPlace(guild, thread),
                Notice.of(STARTER, by.user(), by.id()).pointing(Json.bytes(reference)),
                Optional.of(message),
                changes);
    }

    void renamed(GuildState guild, GuildThread thread, GuildMember by, Changes changes) {
        writer.notice(
                new ThreadPlace(guild, thread),
                Notice.of(MessageType.CHANNEL_NAME_CHANGE, by.user(), by.id()).saying(thread.name()),
                changes);
    }

    void added(GuildState guild, GuildThread thread, GuildMember by, long userId, Changes changes) {
        writer.notice(
                new ThreadPlace(guild, thread),
                Notice.of(MessageType.RECIPIENT_ADD, by.user(), by.id()).mentioning(userId),
                changes);
    }

    void removed(GuildState guild, GuildThread thread, GuildMember by, long userId, Changes changes) {
        writer.notice(
                new ThreadPlace(guild, thread),
                Notice.of(MessageType.RECIPIENT_REMOVE, by.user(), by.id()).mentioning(userId),
                changes);
    }
}
