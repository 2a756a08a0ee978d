package io.guildhall.guild.channel;

import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.payload.ChannelType;
import io.guildhall.model.table.Column;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Channels;
import java.util.Objects;

/**
 * Bounds that depend on what kind of channel it is; the shape of the body has only the widest. What stays as it was is let be:
 * clients send a whole channel back to rename it.
 */
final class ChannelLimits {
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_TOPIC = 1024;
    /** Of a forum it is the guidelines for posts. */
    private static final int LONGEST_GUIDELINES = 4096;

    private static final long MOST_IN_VOICE = 99;
    private static final long HIGHEST_BITRATE = 96_000;
    private static final long HIGHEST_BITRATE_OF_STAGE = 64_000;

    private ChannelLimits() {}

    /** @throws ApiException when a changed field is beyond what a channel of this type may have */
    static void require(RowView before, RowView after) {
        ChannelType type = ChannelType.of(after.get(Channels.TYPE, 0L).intValue());
        if (length(before, after, Channels.NAME) > LONGEST_NAME) {
            throw ApiException.invalidField("name", "BASE_TYPE_BAD_LENGTH", "Must be between 1 and 100 in length.");
        }
        int longestTopic = type.threadsOnly() ? LONGEST_GUIDELINES : LONGEST_TOPIC;
        if (length(before, after, Channels.TOPIC) > longestTopic) {
            throw ApiException.invalidField(
                    "topic", "BASE_TYPE_MAX_LENGTH", "Must be " + longestTopic + " or fewer in length.");
        }
        if (type == ChannelType.GUILD_VOICE) {
            requireAtMost(MOST_IN_VOICE, "user_limit", changed(before, after, Channels.USER_LIMIT, 0L));
            requireAtMost(HIGHEST_BITRATE, "bitrate", changed(before, after, Channels.BITRATE, 0L));
        }
        if (type == ChannelType.GUILD_STAGE_VOICE
                && changed(before, after, Channels.BITRATE, 0L) > HIGHEST_BITRATE_OF_STAGE) {
            throw ApiException.of(ErrorCode.BITRATE_IS_TOO_HIGH_FOR_CHANNEL_OF_THIS_TYPE);
        }
    }

    private static int length(RowView before, RowView after, Column<String> column) {
        String text = changed(before, after, column, "");
        return text.codePointCount(0, text.length());
    }

    private static <T> T changed(RowView before, RowView after, Column<T> column, T unchanged) {
        T value = after.get(column);
        return value == null || Objects.equals(value, before.get(column)) ? unchanged : value;
    }

    private static void requireAtMost(long most, String field, long asked) {
        if (asked > most) {
            throw ApiException.invalidField(
                    field, "NUMBER_TYPE_MAX", "int value should be less than or equal to " + most + ".");
        }
    }
}
