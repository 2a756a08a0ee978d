package io.guildhall.gateway.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guildhall.model.payload.Json;
import io.guildhall.model.rpc.ChannelRanges;
import io.guildhall.model.rpc.Subscription;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubscriptionRequestTest {
    private static final int ROOM = 50;
    private static final Subscription NOTHING = Subscription.getDefaultInstance();

    @Test
    void whatOfficialClientsSendIsUnderstood() throws Refusal {
        Subscription subscription = read("""
                {"guild_id":"1","typing":true,"threads":true,"activities":true,"member_updates":true,"thread_member_lists":["9",8,"9"],
                 "members":["7",8,"7"],"channels":{"5":[[0,99],[100,199]],"6":[]}}""", NOTHING);
        assertThat(subscription.getTyping()).isTrue();
        assertThat(subscription.getMemberUpdates()).isTrue();
        assertThat(subscription.getActivities()).isTrue();
        assertThat(subscription.getThreads()).isTrue();
        assertThat(subscription.getThreadMemberListsList()).containsExactly(9L, 8L);
        assertThat(subscription.getMembersList()).containsExactly(7L, 8L);
        assertThat(subscription.getChannelsList())
                .containsExactly(ChannelRanges.newBuilder()
                        .setChannelId(5)
                        .addRanges(0)
                        .addRanges(1)
                        .build());
    }

    @Test
    void aFieldThatIsNotThereLeavesWhatWasSaidBefore() throws Refusal {
        Subscription before = read("{\"typing\":true,\"members\":[7],\"channels\":{\"5\":[[0,99]]}}", NOTHING);
        assertThat(read("{}", before)).isEqualTo(before);
        assertThat(read("{\"channels\":{}}", before))
                .isEqualTo(before.toBuilder().clearChannels().build());
        assertThat(read("{\"activities\":true}", before))
                .isEqualTo(before.toBuilder().setActivities(true).build());
        Subscription threads = read("{\"threads\":true,\"thread_member_lists\":[9]}", NOTHING);
        assertThat(read("{\"typing\":false}", threads)).isEqualTo(threads);
        assertThat(read("{\"threads\":false,\"thread_member_lists\":[]}", threads))
                .isEqualTo(NOTHING);
        assertThat(read("{\"typing\":false,\"members\":[]}", before))
                .isEqualTo(before.toBuilder().clearTyping().clearMembers().build());
    }

    @Test
    void rangesStandForWholeHundredsAndMoreThanAreServedArePassedOver() throws Refusal {
        assertThat(ranges("[[50,149]]")).containsExactly(0, 1);
        assertThat(ranges("[[0,99],[0,99],[300,399]]")).containsExactly(0, 3);
        assertThat(ranges("[[0,2147483647]]")).hasSize(SubscriptionRequest.MOST_RANGES);
        assertThat(ranges("[[100,0]]")).isEmpty();
    }

    @Test
    void moreChannelsAndMembersThanAreServedArePassedOver() throws Refusal {
        String channels = IntStream.rangeClosed(1, 20)
                .mapToObj(channel -> "\"" + channel + "\":[[0,99]]")
                .collect(Collectors.joining(",", "{", "}"));
        String members =
                IntStream.rangeClosed(1, 300).mapToObj(Integer::toString).collect(Collectors.joining(",", "[", "]"));
        Subscription subscription = read("{\"channels\":" + channels + ",\"members\":" + members + "}", NOTHING);
        assertThat(subscription.getChannelsCount()).isEqualTo(SubscriptionRequest.MOST_CHANNELS);
        assertThat(subscription.getMembersCount()).isEqualTo(SubscriptionRequest.MOST_MEMBERS);
    }

    @Test
    void moreListsOfThreadsThanAreServedHereOrThanThereIsRoomForArePassedOver() throws Refusal {
        String many =
                IntStream.rangeClosed(1, 20).mapToObj(Integer::toString).collect(Collectors.joining(",", "[", "]"));
        String json = "{\"thread_member_lists\":" + many + "}";
        assertThat(read(json, NOTHING).getThreadMemberListsCount()).isEqualTo(SubscriptionRequest.MOST_THREAD_LISTS);
        assertThat(SubscriptionRequest.read(Json.parse(json)).over(NOTHING, 3).getThreadMemberListsList())
                .containsExactly(1L, 2L, 3L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{\"typing\":\"yes\"}",
                "{\"member_updates\":1}",
                "{\"threads\":1}",
                "{\"thread_member_lists\":{}}",
                "{\"thread_member_lists\":7}",
                "{\"thread_member_lists\":[null]}",
                "{\"members\":{}}",
                "{\"members\":[\"x\"]}",
                "{\"channels\":[]}",
                "{\"channels\":{\"x\":[[0,99]]}}",
                "{\"channels\":{\"5\":[[0]]}}",
                "{\"channels\":{\"5\":[[-1,99]]}}",
                "{\"channels\":{\"5\":[[0,\"99\"]]}}",
                "{\"channels\":{\"5\":[[0.5,99]]}}",
                "{\"channels\":{\"5\":[7]}}"
            })
    void whatMakesNoSenseIsRefused(String json) {
        assertThatThrownBy(() -> read(json, NOTHING)).isInstanceOf(Refusal.class);
    }

    private static List<Integer> ranges(String json) throws Refusal {
        Subscription subscription = read("{\"channels\":{\"5\":" + json + "}}", NOTHING);
        return subscription.getChannelsCount() == 0
                ? List.of()
                : subscription.getChannels(0).getRangesList();
    }

    private static Subscription read(String json, Subscription before) throws Refusal {
        return SubscriptionRequest.read(Json.parse(json)).over(before, ROOM);
    }
}
