package io.guildhall.standalone.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guildhall.model.identity.OperatorTokens;
import io.guildhall.testing.ManualClock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an operator types, and what becomes of it. */
class AdminCommandsTest {
    private final AdminCommands commands = new AdminCommands(name -> name.equals("ann") ? "7" : "8");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "settings | GET | /admin/settings | none",
                "settings registration=closed terms_url= | PATCH | /admin/settings | {registration=closed,"
                        + " terms_url=null}",
                "settings blocked_email_domains=a.b,c.d | PATCH | /admin/settings | {blocked_email_domains=[a.b, c.d]}",
                "administrators | GET | /admin/administrators | none",
                "appoint ann moderator | PUT | /admin/administrators/7 | {role=moderator}",
                "dismiss ann | DELETE | /admin/administrators/7 | none",
                "invitations | GET | /admin/invitations | none",
                "invite | POST | /admin/invitations | {}",
                "invite 5 60 | POST | /admin/invitations | {max_uses=5, max_age=60}",
                "uninvite a/b | DELETE | /admin/invitations/a%2Fb | none",
                "user ann | GET | /admin/users/7 | none",
                "disable ann | PATCH | /admin/users/7 | {disabled=true}",
                "enable ann | PATCH | /admin/users/7 | {disabled=false}",
                "password ann | POST | /admin/users/7/password | {}",
                "second-factor ann | DELETE | /admin/users/7/second-factor | none",
                "delete-user ann | DELETE | /admin/users/7 | none",
                "guild abc | GET | /admin/guilds?query=abc | none",
                "guilds ann | GET | /admin/guilds?user_id=7 | none",
                "suspend 5 | PUT | /admin/guilds/5/suspension | none",
                "restore 5 | DELETE | /admin/guilds/5/suspension | none",
                "transfer 5 ann | POST | /admin/guilds/5/transfer | {owner_id=7}",
                "reports | GET | /admin/reports?state=open | none",
                "reports settled | GET | /admin/reports?state=settled | none",
                "settle 9 resolved thanks | PATCH | /admin/reports/9 | {state=resolved, note=thanks}",
                "announce hello 60 | POST | /admin/announcements | {content=hello, max_age=60}",
                "unannounce 9 | DELETE | /admin/announcements/9 | none",
                "audit | GET | /admin/audit | none"
            })
    void eachCommandIsOneCall(String typed, String method, String path, String body) throws Exception {
        AdminRequest request = commands.parse(List.of(typed.split(" ")));

        assertThat(request.method()).isEqualTo(method);
        assertThat(request.path()).isEqualTo(path);
        assertThat(request.body() == null ? null : request.body().toString()).isEqualTo(body);
    }

    @ParameterizedTest
    @CsvSource({"fly", "appoint ann", "settings name", "audit now", "transfer 5"})
    void whatIsNoCommandIsRefused(String typed) {
        assertThatThrownBy(() -> commands.parse(List.of(typed.split(" "))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whoCanReadTheDataDirectoryIsTheOperatorForAMinute(@TempDir Path data) throws Exception {
        Files.writeString(data.resolve("cluster.secret"), "a secret\n");
        ManualClock clock = new ManualClock();
        OperatorTokens tokens = new OperatorTokens("a secret", clock);

        String header = new OperatorAccess(Map.of(), data, clock).header();

        assertThat(header).startsWith("Operator ");
        String token = header.substring("Operator ".length());
        assertThat(tokens.good(token)).isTrue();
        assertThat(new OperatorTokens("another secret", clock).good(token)).isFalse();
        assertThat(tokens.good(token + "A")).isFalse();
        assertThat(tokens.good("9" + token)).isFalse();
        clock.advance(Duration.ofSeconds(61));
        assertThat(tokens.good(token)).isFalse();
        assertThat(new OperatorAccess(Map.of("GUILDHALL_ADMIN_TOKEN", "mine"), data, clock).header())
                .isEqualTo("mine");
        assertThatThrownBy(() -> new OperatorAccess(Map.of(), data.resolve("nowhere"), clock).header())
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"''", ".", "1.", "x.y", "-1.abc", "99999999999999999999.abc"})
    void whatIsNoTokenIsNotGood(String token) {
        assertThat(new OperatorTokens("a secret", new ManualClock()).good(token))
                .isFalse();
    }
}
