package io.guildhall.api.upload;

import io.guildhall.model.id.Snowflake;

/** Where a file of a message is kept. */
public record FileKey(long channelId, long attachmentId) {
    private static final String ROOT = "attachments/";

    /** What all files of a channel's keys begin with. */
    static String ofChannel(long channelId) {
        return ROOT + Snowflake.format(channelId);
    }

    /** What the key of this attachment's one file begins with. */
    String prefix() {
        return ofChannel(channelId) + "/" + Snowflake.format(attachmentId);
    }

    /** @param filename as {@link FileNames#clean} gives it */
    public String named(String filename) {
        return prefix() + "/" + filename;
    }

    /** The other way round. */
    static FileKey of(String key) {
        String[] segments = key.split("/", -1);
        return new FileKey(Snowflake.parse(segments[1]), Snowflake.parse(segments[2]));
    }
}
