package io.guildhall.guild.push;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.guild.Town;
import io.guildhall.guild.kernel.actor.Keys;
import io.guildhall.model.fact.DeviceFact;
import io.guildhall.model.payload.Json;
import io.guildhall.model.push.DeviceProvider;
import io.guildhall.model.push.DeviceSteps;
import io.guildhall.model.push.DeviceSteps.Registration;
import io.guildhall.model.rpc.Command;
import io.guildhall.model.rpc.Internal;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.LoginSessions;
import io.guildhall.model.table.catalogue.PushDevices;
import io.guildhall.model.table.catalogue.PushOwners;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DevicesTest {
    private static final long LOGIN = 7;
    private static final long OTHER_LOGIN = 8;

    private final Town town = new Town();
    private final long ann = town.person("ann");

    @BeforeEach
    void logIn() {
        List.of(LOGIN, OTHER_LOGIN).forEach(login -> town.rows()
                .writeNow(List.of(Write.to(LoginSessions.TABLE, ann, login)
                        .set(LoginSessions.CREATED_AT, 1L)
                        .build())));
    }

    @AfterEach
    void close() {
        town.close();
    }

    @Test
    void aDeviceIsKeptUntilItIsRemovedAndItsOwnerIsListedMeanwhile() {
        register("https://push.example/1", LOGIN);

        assertThat(addresses()).containsExactly("https://push.example/1");
        assertThat(owners()).containsExactly(ann);
        assertThat(facts()).containsExactly(new DeviceFact(ann, true));
        step(DeviceSteps.REMOVE, DeviceSteps.byAddress(DeviceProvider.WEB_PUSH, "https://push.example/1"));
        assertThat(addresses()).isEmpty();
        assertThat(owners()).isEmpty();
        assertThat(facts()).containsExactly(new DeviceFact(ann, false));
    }

    @Test
    void oneThatComesAgainChangesNothingAndOneWithOtherKeysReplacesIt() {
        register("https://push.example/1", LOGIN);
        long first = id();
        register("https://push.example/1", LOGIN);
        assertThat(id()).isEqualTo(first);

        step(
                DeviceSteps.REGISTER,
                new Registration(DeviceProvider.WEB_PUSH, "https://push.example/1", "other", "secret", LOGIN, false)
                        .json());

        assertThat(rows()).hasSize(1);
        assertThat(id()).isNotEqualTo(first);
        assertThat(rows().getFirst().get(PushDevices.P256DH)).isEqualTo("other");
    }

    @Test
    void beyondTheMostTheOldestGoes() {
        for (int number = 0; number <= Devices.MOST; number++) {
            register("https://push.example/" + number, LOGIN);
        }

        assertThat(addresses()).hasSize(Devices.MOST).doesNotContain("https://push.example/0");
        assertThat(facts()).containsExactly(new DeviceFact(ann, true));
    }

    @Test
    void aDeviceGoesWithItsLogin() {
        register("https://push.example/here", LOGIN);
        register("https://push.example/there", OTHER_LOGIN);

        step("tokenRevoked", Json.parse("{\"logins\":[\"" + LOGIN + "\"]}"));

        assertThat(addresses()).containsExactly("https://push.example/there");
    }

    @Test
    void allGoWithTheOldPassword() {
        register("https://push.example/here", LOGIN);
        register("https://push.example/there", OTHER_LOGIN);

        step("tokenRevoked", Json.object());

        assertThat(addresses()).isEmpty();
        assertThat(owners()).isEmpty();
    }

    @Test
    void whatIsRemovedTwiceIsGoneOnce() {
        register("https://push.example/1", LOGIN);
        long device = id();

        step(DeviceSteps.REMOVE, DeviceSteps.byId(device));
        step(DeviceSteps.REMOVE, DeviceSteps.byId(device));

        assertThat(facts()).containsExactly(new DeviceFact(ann, true), new DeviceFact(ann, false));
    }

    @Test
    void whatIsPrintedOfADeviceTellsNobodyItsAddress() {
        Registration registration =
                new Registration(DeviceProvider.WEB_PUSH, "https://push.example/secret", "key", "auth", LOGIN, false);

        assertThat(new Device(1, registration, 2).toString()).doesNotContain("secret", "key", "auth");
    }

    @Test
    void aLoginThatHasEndedRegistersNone() {
        town.rows().writeNow(List.of(Write.delete(LoginSessions.TABLE, ann, LOGIN)));
        step("tokenRevoked", Json.parse("{\"logins\":[\"" + LOGIN + "\"]}"));

        register("https://push.example/here", LOGIN);
        register("https://push.example/there", OTHER_LOGIN);

        assertThat(addresses()).containsExactly("https://push.example/there");
    }

    private void register(String address, long login) {
        step(
                DeviceSteps.REGISTER,
                new Registration(DeviceProvider.WEB_PUSH, address, "key", "auth", login, false).json());
    }

    private void step(String step, Object body) {
        town.stage()
                .run(Command.newBuilder()
                        .setActor(Keys.user(ann))
                        .setInternal(Internal.newBuilder().setStep(step).setBody(Json.bytes(body)))
                        .build());
    }

    private List<RowView> rows() {
        return town.rows().all(PushDevices.TABLE, ann);
    }

    private long id() {
        return rows().getFirst().get(PushDevices.DEVICE_ID);
    }

    private List<String> addresses() {
        return rows().stream().map(row -> row.get(PushDevices.ADDRESS)).toList();
    }

    private List<Long> owners() {
        return town.rows().all(PushOwners.TABLE, PushOwners.shard(ann)).stream()
                .map(row -> row.get(PushOwners.USER_ID))
                .toList();
    }

    private List<DeviceFact> facts() {
        return town.stage().takeFacts().stream().map(DeviceFact::of).toList();
    }
}
