package io.guildhall.guild.voting;

import io.guildhall.guild.call.ChannelStep;
import io.guildhall.guild.message.TestWriters;
import io.guildhall.model.id.SnowflakeGenerator;

/** Makes what ends polls for tests of other packages. */
public final class TestPolls {
    private TestPolls() {}

    public static ChannelStep isOver(SnowflakeGenerator ids) {
        return new PollIsOver(TestWriters.pollEnd(ids));
    }
}
