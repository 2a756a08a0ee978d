package io.guildhall.model.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DispatchEventTest {
    @Test
    void thereAreAllEventsAndIntents() {
        assertThat(DispatchEvent.values()).hasSize(79);
        assertThat(Intent.values()).hasSize(21);
        assertThat(CloseCode.values()).hasSize(14);
    }

    @Test
    void messagesNeedAnotherIntentInGuildsThanInPrivate() {
        assertThat(DispatchEvent.MESSAGE_CREATE.guildIntents()).isEqualTo(512);
        assertThat(DispatchEvent.MESSAGE_CREATE.privateIntents()).isEqualTo(4096);
        assertThat(DispatchEvent.CHANNEL_PINS_UPDATE.privateIntents()).isEqualTo(4096);
    }

    @Test
    void eitherOfTwoIntentsIsEnoughForThreadMembers() {
        assertThat(DispatchEvent.THREAD_MEMBERS_UPDATE.guildIntents()).isEqualTo(3);
    }

    @Test
    void someEventsNeedNoIntent() {
        assertThat(DispatchEvent.READY.guildIntents()).isZero();
        assertThat(DispatchEvent.USER_UPDATE.privateIntents()).isZero();
        assertThat(DispatchEvent.INTERACTION_CREATE.guildIntents()).isZero();
    }

    @Test
    void threeIntentsArePrivileged() {
        assertThat(Intent.PRIVILEGED).isEqualTo(2 | 256 | 32768);
        assertThat(Intent.GUILD_PRESENCES.privileged()).isTrue();
        assertThat(Intent.GUILDS.privileged()).isFalse();
    }

    @Test
    void clientsMustNotReconnectAfterTheFatalCodes() {
        for (CloseCode code : CloseCode.values()) {
            boolean fatal = code.number() == 4004 || code.number() >= 4010;
            assertThat(code.reconnectable()).as(code.name()).isEqualTo(!fatal);
        }
    }
}
