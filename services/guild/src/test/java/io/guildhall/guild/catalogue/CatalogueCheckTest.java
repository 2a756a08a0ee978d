package io.guildhall.guild.catalogue;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guildhall.guild.privatechannel.PrivateChannelBehaviour;
import io.guildhall.model.attachment.AttachmentLinks;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;

class CatalogueCheckTest {
    private final Clock clock = Clock.systemUTC();

    @Test
    void aNodeThatLacksHandlersDoesNotStartAndSaysWhich() {
        PrivateChannelBehaviour privateChannels = new PrivateChannelBehaviour(
                List.of(), List.of(), List.of(), clock, new AttachmentLinks("a secret", clock));

        assertThatThrownBy(
                        new CatalogueCheck(List.of(), List.of(), List.of(), List.of(), List.of(), privateChannels)
                                ::requireAll)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("guilds")
                .hasMessageContaining("createGuild");
    }
}
