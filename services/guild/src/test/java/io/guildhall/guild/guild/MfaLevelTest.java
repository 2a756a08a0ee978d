package io.guildhall.guild.guild;

import static io.guildhall.guild.fakes.TestGuild.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.guild.fakes.Calls;
import io.guildhall.guild.fakes.TestGuild;
import io.guildhall.guild.state.Doubt;
import io.guildhall.model.permission.Permission;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.Guilds;
import io.guildhall.model.table.catalogue.Users;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Guilds that ask their moderators for a second factor. */
class MfaLevelTest {
    private static final long MODERATOR = 2_000_001;
    private static final long MEMBER = 2_000_002;
    private static final long BOT = 2_000_003;
    private static final int REFUSED = 50013;
    private static final int SECOND_FACTOR = 60003;

    private final TestGuild guild = new TestGuild();

    @Test
    void onlyTheOwnerAsksAndOnlyWithASecondFactor() {
        guild.join(MODERATOR, "moderator", guild.role("Staff", Permission.ADMINISTRATOR.mask(), 3));
        proven(MODERATOR, true);

        assertThat(guild.refusal(level(MODERATOR))).isEqualTo(REFUSED);
        assertThat(guild.refusal(level(OWNER))).isEqualTo(SECOND_FACTOR);
        proven(OWNER, true);
        assertThat(guild.run(level(OWNER)).path("level").asInt()).isEqualTo(1);
        assertThat(guild.takeNames()).contains("GUILD_UPDATE");
        guild.reload();
        assertThat(guild.state().row().get(Guilds.MFA_LEVEL)).isEqualTo(1L);
    }

    @Test
    void moderatorsDoNothingWithoutOneAndEverythingWithOne() {
        guild.join(MODERATOR, "moderator", guild.role("Staff", Permission.ADMINISTRATOR.mask(), 3));
        guild.join(MEMBER, "member");
        ask();

        assertThat(guild.refusal(kick(MODERATOR))).isEqualTo(SECOND_FACTOR);
        assertThat(guild.state().findMember(MEMBER)).isPresent();
        proven(MODERATOR, true);
        guild.run(kick(MODERATOR));
        assertThat(guild.state().findMember(MEMBER)).isEmpty();
    }

    @Test
    void whoCouldNotDoItAnywayIsRefusedAsEver() {
        guild.join(MODERATOR, "moderator");
        guild.join(MEMBER, "member");
        proven(MODERATOR, true);
        ask();

        assertThat(guild.refusal(kick(MODERATOR))).isEqualTo(REFUSED);
    }

    @Test
    void theOwnerIsAskedToo() {
        guild.join(MEMBER, "member");
        ask();
        proven(OWNER, false);

        assertThat(guild.refusal(kick(OWNER))).isEqualTo(SECOND_FACTOR);
    }

    @Test
    void botsAreNotAsked() {
        guild.joinBot(BOT, "robot", guild.role("Robots", Permission.KICK_MEMBERS.mask(), 3));
        guild.join(MEMBER, "member");
        ask();

        guild.run(kick(BOT).bot());
        assertThat(guild.state().findMember(MEMBER)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Permission.class)
    void whatIsLeftIsEverythingButWhatASecondFactorIsAskedFor(Permission permission) {
        guild.join(MODERATOR, "moderator", guild.role("Staff", Permission.ALL, 3));
        ask();

        boolean left = guild.state().calledBy(MODERATOR, () -> guild.state()
                .permissions()
                .has(guild.state().member(MODERATOR), permission));

        assertThat(left).isEqualTo(!permission.in(Doubt.MODERATION));
        assertThat(guild.state().permissions().has(guild.state().member(MODERATOR), permission))
                .as("when nobody calls")
                .isTrue();
    }

    private void ask() {
        proven(OWNER, true);
        guild.run(level(OWNER));
    }

    private Calls level(long caller) {
        return Calls.of("setMfaLevel", caller).path("guild_id", guild.id()).body("{\"level\":1}");
    }

    private Calls kick(long caller) {
        return Calls.of("kickMember", caller).path("guild_id", guild.id()).path("user_id", MEMBER);
    }

    private void proven(long user, boolean proven) {
        guild.storage()
                .write(List.of(Write.to(Users.TABLE, user)
                        .set(Users.MFA_ENABLED, proven)
                        .build()));
    }
}
