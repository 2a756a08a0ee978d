package io.guildhall.guild.prune;

import static io.guildhall.guild.fakes.TestGuild.OWNER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guildhall.guild.fakes.TestGuild;
import io.guildhall.model.error.ApiException;
import java.util.List;
import org.junit.jupiter.api.Test;

class PruneRuleTest {
    private static final long MEMBER = 2_000_001;

    private final TestGuild guild = new TestGuild();
    private final long role = guild.role("role", 0, 1);

    /** Everybody bears it, so it keeps nobody, and who bears no other stands above none. */
    @Test
    void everyonesAmongTheRolesThatKeepNobodyIsPassedOver() {
        guild.join(MEMBER, "member");
        assertThat(of(MEMBER, guild.id(), guild.id()).roles()).isEmpty();
        assertThat(of(OWNER, guild.id(), role, role).roles()).containsExactly(role);
        assertThatThrownBy(() -> of(MEMBER, role)).isInstanceOf(ApiException.class);
    }

    private PruneRule of(long caller, Long... roles) {
        return PruneRule.of(guild.state(), caller, 7, List.of(roles));
    }
}
