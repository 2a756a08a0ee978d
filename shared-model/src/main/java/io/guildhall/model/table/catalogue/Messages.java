package io.guildhall.model.table.catalogue;

import com.google.protobuf.ByteString;
import io.guildhall.model.table.Column;
import io.guildhall.model.table.Table;
import java.util.List;

/**
 * Messages in ten-day buckets (MessageBucket), newest first. A row without author is what an edit left behind that
 * raced with a delete: readers treat it as deleted. Lists and objects are JSON. Votes in a poll are counted in the order of its answers.
 */
public final class Messages {
    public static final Column<Long> CHANNEL_ID = Column.ofLong("channel_id");
    public static final Column<Long> BUCKET = Column.ofLong("bucket");
    public static final Column<Long> MESSAGE_ID = Column.ofLong("message_id");
    public static final Column<Long> AUTHOR_ID = Column.ofLong("author_id");
    public static final Column<ByteString> AUTHOR = Column.ofJson("author");
    public static final Column<Long> TYPE = Column.ofLong("type");
    public static final Column<String> CONTENT = Column.ofText("content");
    public static final Column<Long> EDITED_AT = Column.ofLong("edited_at");
    public static final Column<Boolean> TTS = Column.ofBoolean("tts");
    public static final Column<Boolean> MENTION_EVERYONE = Column.ofBoolean("mention_everyone");
    public static final Column<List<Long>> MENTIONS = Column.ofLongList("mentions");
    public static final Column<List<Long>> MENTION_ROLES = Column.ofLongList("mention_roles");
    public static final Column<ByteString> ATTACHMENTS = Column.ofJson("attachments");
    public static final Column<ByteString> EMBEDS = Column.ofJson("embeds");
    public static final Column<ByteString> COMPONENTS = Column.ofJson("components");
    public static final Column<ByteString> REACTIONS = Column.ofJson("reactions");
    public static final Column<Boolean> PINNED = Column.ofBoolean("pinned");
    public static final Column<Long> FLAGS = Column.ofLong("flags");
    public static final Column<ByteString> REFERENCE = Column.ofJson("reference");
    public static final Column<String> NONCE = Column.ofText("nonce");
    public static final Column<Long> WEBHOOK_ID = Column.ofLong("webhook_id");
    public static final Column<Long> APPLICATION_ID = Column.ofLong("application_id");
    public static final Column<ByteString> STICKER_ITEMS = Column.ofJson("sticker_items");
    public static final Column<ByteString> POLL = Column.ofJson("poll");
    public static final Column<ByteString> INTERACTION = Column.ofJson("interaction");
    public static final Column<Long> THREAD_ID = Column.ofLong("thread_id");
    public static final Column<Long> GUILD_ID = Column.ofLong("guild_id");
    public static final Column<List<Long>> POLL_VOTES = Column.ofLongList("poll_votes");
    public static final Column<Long> POLL_ENDED_AT = Column.ofLong("poll_ended_at");
    public static final Column<ByteString> SHARED_CLIENT_THEME = Column.ofJson("shared_client_theme");

    /** What a game called the author in the lobby where it was said, then. */
    public static final Column<String> ADDITIONAL_NAME = Column.ofText("additional_name");
    /** What the moderation of an application's game says of a message; text by keys, as JSON. */
    public static final Column<ByteString> MODERATION_METADATA = Column.ofJson("moderation_metadata");

    public static final Table TABLE = Table.named("messages")
            .partition(CHANNEL_ID, BUCKET)
            .descending(MESSAGE_ID)
            .columns(
                    AUTHOR_ID,
                    AUTHOR,
                    TYPE,
                    CONTENT,
                    EDITED_AT,
                    TTS,
                    MENTION_EVERYONE,
                    MENTIONS,
                    MENTION_ROLES,
                    ATTACHMENTS,
                    EMBEDS,
                    COMPONENTS,
                    REACTIONS,
                    PINNED,
                    FLAGS,
                    REFERENCE,
                    NONCE,
                    WEBHOOK_ID,
                    APPLICATION_ID,
                    STICKER_ITEMS,
                    POLL,
                    INTERACTION,
                    THREAD_ID,
                    GUILD_ID,
                    POLL_VOTES,
                    POLL_ENDED_AT,
                    SHARED_CLIENT_THEME,
                    ADDITIONAL_NAME,
                    MODERATION_METADATA)
            .access(Table.Access.TIME_SERIES)
            .required(AUTHOR_ID)
            .build();

    private Messages() {}
}
