package io.guildhall.guild.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guildhall.guild.fakes.Calls;
import io.guildhall.guild.fakes.ChannelTester;
import io.guildhall.guild.fakes.FakePlace;
import io.guildhall.guild.fakes.InMemoryStorage;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.ChannelType;
import io.guildhall.model.permission.Permission;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.MessageBucket;
import io.guildhall.model.table.catalogue.Messages;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which messages are deleted and published: those of this channel, and not every notice of the system. */
class WhatMayGoTest {
    private static final long NOW = 1_772_366_400_000L;
    private static final long ANN = 101;
    private static final long BOB = 102;
    private static final long GUEST = 103;

    private final InMemoryStorage storage = new InMemoryStorage();
    private final FakePlace place = new FakePlace(storage, NOW)
            .member(ANN, "ann")
            .member(BOB, "bob")
            .member(GUEST, "guest", Permission.ADMINISTRATOR, Permission.MANAGE_MESSAGES);
    private final ChannelTester tester =
            new ChannelTester(storage, new DeleteMessage(), new BulkDeleteMessages(), new CrosspostMessage());

    @ParameterizedTest
    @CsvSource({"1,false", "3,false", "5,false", "21,false", "0,true", "6,true", "7,true", "15,true", "18,true"})
    void someNoticesStay(long type, boolean deletable) {
        long message = message(FakePlace.CHANNEL, type);
        if (deletable) {
            delete(message);
        } else {
            refused(ErrorCode.CANNOT_EXECUTE_ACTION_ON_SYSTEM_MESSAGE, () -> delete(message));
        }
    }

    @Test
    void messagesOfOtherChannelsAreNotDeletedWithTheirs() {
        long mine = message(FakePlace.CHANNEL, 0);
        long elsewhere = message(21, 1);

        tester.run(
                place,
                Calls.of("bulkDeleteMessages", BOB).body("{\"messages\":[\"" + mine + "\",\"" + elsewhere + "\"]}"));

        assertThat(tester.lastPayload().get("ids"))
                .extracting(id -> id.asText())
                .containsExactly(Long.toString(mine));
        assertThat(storage.row(Messages.TABLE, 21L, MessageBucket.of(elsewhere), elsewhere))
                .isPresent();
    }

    @Test
    void othersPublishOnlyAsModeratorsAndNobodyPublishesNotices() {
        place.type(ChannelType.GUILD_ANNOUNCEMENT);
        long news = message(FakePlace.CHANNEL, MessageType.DEFAULT);
        long notice = message(FakePlace.CHANNEL, MessageType.JOIN_NOTICE);

        refused(ErrorCode.MISSING_PERMISSIONS, () -> publish(GUEST, news));
        refused(ErrorCode.INVALID_MESSAGE_TYPE, () -> publish(BOB, notice));
        publish(BOB, news);
    }

    private long message(long channel, long type) {
        long id = Snowflake.lowestAt(NOW) + type;
        storage.write(List.of(Write.to(Messages.TABLE, channel, MessageBucket.of(id), id)
                .set(Messages.AUTHOR_ID, ANN)
                .set(Messages.TYPE, type)
                .build()));
        return id;
    }

    private void delete(long message) {
        tester.run(place, Calls.of("deleteMessage", BOB).path("message_id", message));
    }

    private void publish(long who, long message) {
        tester.run(place, Calls.of("crosspostMessage", who).path("message_id", message));
    }

    private static void refused(ErrorCode code, ThrowingCallable action) {
        assertThatThrownBy(action).isInstanceOfSatisfying(ApiException.class, refusal -> assertThat(refusal.code())
                .isEqualTo(code.number()));
    }
}
