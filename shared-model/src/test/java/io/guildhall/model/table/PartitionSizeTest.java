package io.guildhall.model.table;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.rpc.Mutation;
import io.guildhall.model.table.catalogue.ActorBacklogs;
import io.guildhall.model.table.catalogue.ActorEvents;
import io.guildhall.model.table.catalogue.ActorInbox;
import io.guildhall.model.table.catalogue.AuditLog;
import io.guildhall.model.table.catalogue.AuditSlices;
import io.guildhall.model.table.catalogue.Bans;
import io.guildhall.model.table.catalogue.BroadcastMentions;
import io.guildhall.model.table.catalogue.ChannelPurges;
import io.guildhall.model.table.catalogue.MemberSlice;
import io.guildhall.model.table.catalogue.Members;
import io.guildhall.model.table.catalogue.MessageBuckets;
import io.guildhall.model.table.catalogue.Reactions;
import io.guildhall.model.table.catalogue.ReadStates;
import io.guildhall.model.table.catalogue.UserGuilds;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.LongUnaryOperator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every partition that grows with a guild, projected to a million by {@link RowSize}. The rows are as full as those of
 * active members mostly are: every cell set, text of the length that people choose when they choose much.
 */
class PartitionSizeTest {
    private static final long LIMIT = 100_000_000;
    private static final int MILLION = 1_000_000;
    private static final long ID = Snowflake.lowestAt(1_790_000_000_000L);
    private static final String HASH = "a_" + "0123456789abcdef".repeat(2);
    private static final String NAME = "Maximilian Ωμέγα ✨";
    private static final String PROFILE = """
        {"id":"1400000000000000001","username":"maximilian.omega.1998","discriminator":"0","global_name":"%s",\
        "avatar":"%s","banner":"%s","accent_color":16711680,"bot":false,"system":false,"public_flags":4194304,\
        "flags":4194304,"premium_type":2,"avatar_decoration_data":{"asset":"%s","sku_id":"1144058844004233369"},\
        "collectibles":null,"primary_guild":{"identity_guild_id":"1234647491267808778","identity_enabled":true,\
        "tag":"GUILD","badge":"%s"}}\
        """.formatted(NAME, HASH, HASH, HASH, HASH);

    /** How user ids come about. */
    enum Accounts {
        /** One now and then over ten years, on many nodes. */
        OVER_THE_YEARS(index -> {
            Random random = new Random(index);
            long time = Snowflake.EPOCH + random.nextLong(Duration.ofDays(3_650).toMillis());
            return Snowflake.lowestAt(time) | ((long) random.nextInt(1_024) << 12);
        }),
        /** A rush: twenty in each millisecond, on one node. */
        IN_A_RUSH(index -> Snowflake.lowestAt(1_790_000_000_000L + index / 20) | (7L << 12) | (index % 20)),
        /** Every second, made by an import that knows times to the second. */
        EVERY_SECOND(index -> Snowflake.lowestAt(1_600_000_000_000L + index * 1_000)),
        /** Every sixteenth millisecond, by a clock that ticks so. */
        BY_A_COARSE_CLOCK(index -> Snowflake.lowestAt(1_600_000_000_000L + index * 16));

        private final LongUnaryOperator id;

        Accounts(LongUnaryOperator id) {
            this.id = id;
        }
    }

    @ParameterizedTest
    @EnumSource(Accounts.class)
    void aMillionMembersAndBansFillTheirSlicesEvenly(Accounts accounts) {
        long largest = largestSlice(accounts);

        assertThat(largest).isLessThan(MILLION / MemberSlice.COUNT * 11 / 10);
        assertThat(largest * RowSize.of(member())).isLessThan(LIMIT);
        assertThat(largest * RowSize.of(ban())).isLessThan(LIMIT);
    }

    @Test
    void aMillionPeopleMayReactWithOneEmoji() {
        Mutation reaction = Write.to(Reactions.TABLE, ID, ID, "👍", 0L, ID)
                .set(Reactions.CREATED_AT, 1_790_000_000_000L)
                .build();

        assertThat(MILLION * RowSize.of(reaction)).isLessThan(LIMIT);
    }

    @Test
    void aMillionAuditEntriesInTenDaysLieInSlices() {
        Mutation entry = Write.to(AuditLog.TABLE, ID, 1L, 0L, ID)
                .set(AuditLog.USER_ID, ID)
                .set(AuditLog.TARGET_ID, ID)
                .set(AuditLog.ACTION_TYPE, 24L)
                .set(
                        AuditLog.CHANGES,
                        ByteString.copyFromUtf8(
                                "{\"key\":\"nick\",\"old_value\":\"%s\",\"new_value\":\"x\"}".repeat(10)))
                .set(
                        AuditLog.OPTIONS,
                        ByteString.copyFromUtf8("{\"channel_id\":\"1400000000000000001\",\"count\":\"1\"}"))
                .set(AuditLog.REASON, "r".repeat(512))
                .build();
        Mutation slice = Write.to(AuditSlices.TABLE, ID, 1L, 0L)
                .set(AuditSlices.FIRST_ENTRY_ID, ID)
                .set(AuditSlices.ENTRIES, 1L)
                .build();
        long slices = MILLION / AuditLog.SLICE_ENTRIES;

        assertThat(AuditLog.SLICE_ENTRIES * RowSize.of(entry)).isLessThan(LIMIT);
        assertThat(slices * 6 * RowSize.of(slice)).isLessThan(100_000);
    }

    @Test
    void whatGrowsWithUsersAndChannelsStaysSmall() {
        Mutation readState = Write.to(ReadStates.TABLE, ID, ID)
                .set(ReadStates.LAST_MESSAGE_ID, ID)
                .set(ReadStates.MENTION_COUNT, 1L)
                .set(ReadStates.LAST_PIN_TIMESTAMP, 1L)
                .set(ReadStates.FLAGS, 1L)
                .set(ReadStates.UPDATED_AT, 1L)
                .set(ReadStates.LAST_VIEWED, 1L)
                .set(ReadStates.COUNTED_TO, ID)
                .build();
        Mutation broadcast = Write.to(BroadcastMentions.TABLE, ID, 1L, ID)
                .set(BroadcastMentions.CHANNEL_ID, ID)
                .set(BroadcastMentions.AUTHOR_ID, ID)
                .set(BroadcastMentions.EVERYONE, true)
                .set(BroadcastMentions.ROLES, List.of(ID))
                .set(BroadcastMentions.USERS, List.of())
                .build();
        Mutation bucket = Write.to(MessageBuckets.TABLE, ID, 1L)
                .set(MessageBuckets.FIRST_MESSAGE_ID, ID)
                .build();
        Mutation purge = Write.to(ChannelPurges.TABLE, 1L, ID)
                .set(ChannelPurges.GUILD_ID, ID)
                .set(ChannelPurges.REQUESTED_AT, 1L)
                .build();
        Mutation guild =
                Write.to(UserGuilds.TABLE, ID, ID).set(UserGuilds.JOINED_AT, 1L).build();

        // Two hundred guilds of five hundred channels each, all of them opened.
        assertThat(200L * 500 * RowSize.of(readState)).isLessThan(LIMIT);
        // A mention of many every three seconds.
        assertThat(10L * 24 * 60 * 20 * RowSize.of(broadcast)).isLessThan(LIMIT);
        // A bucket every ten days of a century.
        assertThat(3_650 * RowSize.of(bucket)).isLessThan(LIMIT);
        assertThat(MILLION * RowSize.of(purge) / ChannelPurges.SHARDS).isLessThan(LIMIT);
        assertThat(200L * RowSize.of(guild)).isLessThan(LIMIT);
    }

    @Test
    void whatALogHoldsStaysSmall() {
        Mutation event = Write.to(ActorEvents.TABLE, 1L, ID, 1L, 1L, 1L)
                .set(ActorEvents.ENTRY, ByteString.copyFrom(new byte[800]))
                .build();
        Mutation source = Write.to(ActorInbox.TABLE, 2L, ID, 3L, ID)
                .set(ActorInbox.EPOCH, 1L)
                .set(ActorInbox.SEQUENCE, 1L)
                .build();
        Mutation mark = Write.to(ActorBacklogs.TABLE, 1L, 1L, 3L, ID, 1L)
                .set(ActorBacklogs.MARKED_AT, 1L)
                .build();

        // Eight hundred messages a second in one guild.
        assertThat(800 * ActorEvents.LIFETIME.toSeconds() * RowSize.of(event)).isLessThan(LIMIT);
        // A bot that half a million people have written to within two months.
        assertThat(MILLION / 2 * RowSize.of(source)).isLessThan(LIMIT);
        // Ten thousand actors a second that send after a pause, for the ten minutes of a slot.
        assertThat(6L * MILLION / ActorBacklogs.SHARDS * RowSize.of(mark)).isLessThan(LIMIT);
    }

    private static long largestSlice(Accounts accounts) {
        long[] slices = new long[MemberSlice.COUNT];
        LongStream.range(0, MILLION).map(accounts.id).forEach(id -> slices[(int) MemberSlice.of(id)]++);
        return Arrays.stream(slices).max().orElseThrow();
    }

    private static Mutation member() {
        return Write.to(Members.TABLE, ID, 0L, ID)
                .set(Members.NICK, NAME)
                .set(Members.AVATAR, HASH)
                .set(Members.BANNER, HASH)
                .set(Members.ROLES, List.of(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L))
                .set(Members.JOINED_AT, 1L)
                .set(Members.PREMIUM_SINCE, 1L)
                .set(Members.DEAF, false)
                .set(Members.MUTE, false)
                .set(Members.FLAGS, 1L)
                .set(Members.PENDING, false)
                .set(Members.COMMUNICATION_DISABLED_UNTIL, 1L)
                .set(Members.BOT, false)
                .set(Members.BIO, "Bakes bread, and says so to everybody.")
                .set(Members.USERNAME, "maximilian.omega.1998")
                .set(Members.GLOBAL_NAME, NAME)
                .set(Members.PROFILE, ByteString.copyFromUtf8(PROFILE))
                .build();
    }

    private static Mutation ban() {
        return Write.to(Bans.TABLE, ID, 0L, ID)
                .set(Bans.REASON, "r".repeat(512))
                .set(Bans.BANNED_BY, ID)
                .set(Bans.CREATED_AT, 1L)
                .build();
    }
}
