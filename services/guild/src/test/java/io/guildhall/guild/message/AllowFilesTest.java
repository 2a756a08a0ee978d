package io.guildhall.guild.message;

import static io.guildhall.guild.fakes.TestGuild.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import io.guildhall.guild.fakes.Calls;
import io.guildhall.guild.fakes.TestGuild;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.permission.Permission;
import io.guildhall.model.rpc.Command;
import io.guildhall.model.rpc.Internal;
import org.junit.jupiter.api.Test;

class AllowFilesTest {
    private static final long MEMBER = 2_000_001;
    private static final long STRANGER = 2_000_002;

    private final TestGuild guild = new TestGuild();
    private final long text = guild.channel("text");

    @Test
    void whoMaySendFilesIsTold() {
        guild.join(MEMBER, "member");
        assertThat(ask(MEMBER, "createMessage")).isZero();
        assertThat(ask(MEMBER, "updateMessage")).isZero();
    }

    @Test
    void strangersAndWhoMayNotAreRefused() {
        guild.join(MEMBER, "member");
        assertThat(ask(STRANGER, "createMessage")).isEqualTo(50001);
        deny(Permission.ATTACH_FILES);
        assertThat(ask(MEMBER, "createMessage")).isEqualTo(50013);
        assertThat(ask(MEMBER, "updateMessage")).isEqualTo(50013);
        deny(Permission.SEND_MESSAGES);
        assertThat(ask(MEMBER, "createMessage")).isEqualTo(50013);
        deny(Permission.VIEW_CHANNEL);
        assertThat(ask(MEMBER, "updateMessage")).isEqualTo(50001);
    }

    private void deny(Permission permission) {
        guild.run(Calls.of("setOverwrite", OWNER)
                .path("channel_id", text)
                .path("overwrite_id", guild.id())
                .body("{\"type\":0,\"deny\":\"" + permission.mask() + "\"}"));
    }

    /** The code of the refusal; 0 when it is allowed. */
    private int ask(long user, String operation) {
        String body =
                "{\"user_id\":\"%d\",\"channel_id\":\"%d\",\"operation\":\"%s\"}".formatted(user, text, operation);
        Command.Builder question = Command.newBuilder()
                .setInternal(Internal.newBuilder().setStep(AllowFiles.STEP).setBody(ByteString.copyFromUtf8(body)));
        try {
            guild.run(question);
            return 0;
        } catch (ApiException refused) {
            return refused.code();
        }
    }
}
