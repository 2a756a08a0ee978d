package io.guildhall.guild.interaction;

import io.guildhall.guild.activity.LeaveActivity;
import io.guildhall.guild.call.ChannelOperation;
import io.guildhall.guild.message.AppMessages;
import io.guildhall.guild.message.Screening;
import io.guildhall.guild.message.TestWriters;
import io.guildhall.model.id.SnowflakeGenerator;
import io.guildhall.model.interaction.InteractionTokens;
import java.util.List;

/** The operations of interactions, for tests of other packages too. */
public final class TestInteractions {
    static final InteractionTokens TOKENS = new InteractionTokens("a secret");

    private TestInteractions() {}

    public static List<ChannelOperation> operations(SnowflakeGenerator ids) {
        return operations(ids, Screening.NONE);
    }

    /** The same, with somebody who looks at what is written. */
    public static List<ChannelOperation> operations(SnowflakeGenerator ids, Screening screening) {
        AppMessages messages = TestWriters.appMessages(ids, screening);
        FollowUpHandlers followUps = new FollowUpHandlers(messages);
        return List.of(
                new CreateInteraction(ids, TOKENS),
                new AnswerInteraction(messages),
                new SendFollowUp(messages),
                followUps.getOriginal(),
                followUps.getMessage(),
                followUps.updateOriginal(),
                followUps.updateMessage(),
                followUps.deleteOriginal(),
                followUps.deleteMessage(),
                new LeaveActivity());
    }
}
