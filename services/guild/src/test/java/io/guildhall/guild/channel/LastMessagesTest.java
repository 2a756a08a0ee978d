package io.guildhall.guild.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.guild.fakes.TestGuild;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.ChangesView;
import io.guildhall.guild.message.Deletions;
import io.guildhall.guild.message.MessageStore;
import io.guildhall.guild.message.MessageWriter;
import io.guildhall.guild.message.TestWriters;
import io.guildhall.model.id.SnowflakeGenerator;
import io.guildhall.model.rpc.Mutation;
import io.guildhall.model.table.catalogue.Channels;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class LastMessagesTest {
    private static final long NOTICE = 7;

    private final TestGuild guild = new TestGuild();
    private final MessageWriter writer = TestWriters.with(new SnowflakeGenerator(5, guild.clock()));
    private final long channel = guild.channel("talk");

    @Test
    void onlyTheFirstMessageOfAMinuteWritesTheChannelsRow() {
        assertThat(channelRows(send())).hasSize(1);
        guild.clock().advance(Duration.ofSeconds(59));
        assertThat(channelRows(send())).isEmpty();
        guild.clock().advance(Duration.ofSeconds(1));
        assertThat(channelRows(send())).hasSize(1);
    }

    @Test
    void anOwnerThatIsGoneLeavesTheLastMessageToTheNext() {
        send();
        guild.clock().advance(Duration.ofSeconds(5));
        send();
        long last = last();

        guild.reload();

        assertThat(last()).isEqualTo(last);
        guild.clock().advance(Duration.ofMinutes(1));
        assertThat(channelRows(send())).hasSize(1);
    }

    @Test
    void aChannelWithOneMessageOrNoneIsLoadedAsItWas() {
        long empty = guild.channel("empty");
        send();
        long last = last();

        guild.reload();

        assertThat(last()).isEqualTo(last);
        assertThat(guild.state().channel(empty).lastMessageId()).isZero();
    }

    @Test
    void aLastMessageThatIsDeletedStaysTheLastOne() {
        send();
        guild.clock().advance(Duration.ofSeconds(5));
        send();
        long last = last();
        GuildPlace place = place();
        Changes changes = new Changes();
        Deletions.deleteAll(place, List.of(new MessageStore(place.storage(), channel).get(last)), changes);
        write(changes);

        guild.reload();

        assertThat(last()).isEqualTo(last);
    }

    private List<Mutation> send() {
        Changes changes = new Changes();
        writer.notice(place(), guild.state().member(TestGuild.OWNER).user(), TestGuild.OWNER, NOTICE, changes);
        return write(changes);
    }

    private List<Mutation> write(Changes changes) {
        List<Mutation> written = new ChangesView(changes).mutations();
        guild.storage().write(written);
        return written;
    }

    private List<Mutation> channelRows(List<Mutation> written) {
        return written.stream()
                .filter(mutation -> mutation.getTable().equals(Channels.TABLE.name()))
                .toList();
    }

    private GuildPlace place() {
        return new GuildPlace(guild.state(), channel);
    }

    private long last() {
        return guild.state().channel(channel).lastMessageId();
    }
}
