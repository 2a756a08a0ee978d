package io.guildhall.api.handler;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.api.account.CodeBody;
import io.guildhall.api.account.EnableBody;
import io.guildhall.api.account.ForgottenBody;
import io.guildhall.api.account.PasskeyBody;
import io.guildhall.api.account.PasskeyName;
import io.guildhall.api.account.PasswordAndCode;
import io.guildhall.api.account.PasswordBody;
import io.guildhall.api.account.ProofBody;
import io.guildhall.api.account.ResetBody;
import io.guildhall.api.account.TicketBody;
import io.guildhall.api.admin.AnnouncementBody;
import io.guildhall.api.admin.DisabledBody;
import io.guildhall.api.admin.InvitationBody;
import io.guildhall.api.admin.OwnerBody;
import io.guildhall.api.admin.RoleBody;
import io.guildhall.api.admin.SettingsChange;
import io.guildhall.api.admin.SettledBody;
import io.guildhall.api.oauth2.TokenRequest;
import io.guildhall.api.oauth2.TokenRevocation;
import io.guildhall.api.provisional.PlayerRequest;
import io.guildhall.api.provisional.UnlinkRequest;
import io.guildhall.api.provisional.VouchedRequest;
import io.guildhall.api.push.DeviceBody;
import io.guildhall.api.push.DeviceName;
import io.guildhall.api.report.ReportBody;
import io.guildhall.api.roleconnection.RoleConnectionBody;
import io.guildhall.model.body.Given;
import io.guildhall.model.operation.ObjectShape;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.Scope;
import io.guildhall.model.operation.catalogue.AccountOperations;
import io.guildhall.model.operation.catalogue.AdminOperations;
import io.guildhall.model.operation.catalogue.ApplicationOperations;
import io.guildhall.model.operation.catalogue.AttachmentOperations;
import io.guildhall.model.operation.catalogue.InstanceOperations;
import io.guildhall.model.operation.catalogue.OAuth2Operations;
import io.guildhall.model.operation.catalogue.Operations;
import io.guildhall.model.operation.catalogue.PartnerOperations;
import io.guildhall.model.operation.catalogue.PushOperations;
import io.guildhall.model.operation.catalogue.RoleConnectionOperations;
import io.guildhall.model.operation.catalogue.UserOperations;
import io.guildhall.model.payload.Json;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every body that api itself takes is bound to a record with exactly the fields of its shape. */
class BodiesTest {
    private static final Map<Operation, Record> BODIES = Map.ofEntries(
            entry(AccountOperations.REGISTER, Registration.of(Json.object())),
            entry(AccountOperations.LOGIN, Credentials.of(Json.object())),
            entry(AccountOperations.END_LOGINS, EndedLogins.of(Json.object())),
            entry(AccountOperations.VERIFY_EMAIL, ProofBody.of(Json.object())),
            entry(AccountOperations.FORGOT_PASSWORD, ForgottenBody.of(Json.object())),
            entry(AccountOperations.RESET_PASSWORD, ResetBody.of(Json.object())),
            entry(AccountOperations.LOGIN_WITH_CODE, TicketBody.of(Json.object())),
            entry(AccountOperations.ENABLE_CODES, EnableBody.of(Json.object())),
            entry(AccountOperations.DISABLE_CODES, CodeBody.of(Json.object())),
            entry(AccountOperations.RENEW_BACKUP_CODES, PasswordAndCode.of(Json.object())),
            entry(AccountOperations.LOGIN_WITH_PASSKEY, TicketBody.of(Json.object())),
            entry(AccountOperations.ADD_PASSKEY, PasskeyBody.of(Json.object())),
            entry(AccountOperations.RENAME_PASSKEY, PasskeyName.of(Json.object())),
            entry(AccountOperations.DELETE_PASSKEY, PasswordBody.of(Json.object())),
            entry(AccountOperations.DISABLE_MY_ACCOUNT, PasswordAndCode.of(Json.object())),
            entry(AccountOperations.DELETE_MY_ACCOUNT, PasswordAndCode.of(Json.object())),
            entry(InstanceOperations.CREATE_REPORT, ReportBody.of(Json.object())),
            entry(AdminOperations.UPDATE_SETTINGS, SettingsChange.of(Json.object())),
            entry(AdminOperations.SET_ADMINISTRATOR, RoleBody.of(Json.object())),
            entry(AdminOperations.CREATE_INVITATION, InvitationBody.of(Json.object())),
            entry(AdminOperations.UPDATE_ACCOUNT, DisabledBody.of(Json.object())),
            entry(AdminOperations.TRANSFER_GUILD, OwnerBody.of(Json.object())),
            entry(AdminOperations.SETTLE_REPORT, SettledBody.of(Json.object())),
            entry(AdminOperations.CREATE_ANNOUNCEMENT, AnnouncementBody.of(Json.object())),
            entry(ApplicationOperations.CREATE_APPLICATION, NewApplication.of(Json.object())),
            entry(RoleConnectionOperations.SET_MY_ROLE_CONNECTION, RoleConnectionBody.of(Json.object())),
            entry(OAuth2Operations.CREATE_OAUTH2_TOKEN, TokenRequest.of(Json.object())),
            entry(OAuth2Operations.REVOKE_OAUTH2_TOKEN, TokenRevocation.of(Json.object())),
            entry(PartnerOperations.CREATE_PROVISIONAL_TOKEN, VouchedRequest.of(Json.object())),
            entry(PartnerOperations.CREATE_PROVISIONAL_TOKEN_BY_BOT, PlayerRequest.of(Json.object())),
            entry(PartnerOperations.UNMERGE_PROVISIONAL_ACCOUNT, VouchedRequest.of(Json.object())),
            entry(PartnerOperations.UNMERGE_PROVISIONAL_ACCOUNT_BY_BOT, UnlinkRequest.of(Json.object())),
            entry(PushOperations.REGISTER_DEVICE, DeviceBody.of(Json.object())),
            entry(PushOperations.UNREGISTER_DEVICE, DeviceName.of(Json.object())),
            entry(AttachmentOperations.CREATE_UPLOAD_SLOTS, UploadRequests.of(Json.object())),
            entry(AttachmentOperations.REFRESH_ATTACHMENT_URLS, AttachmentUrls.of(Json.object())));

    /** Fields that a shape takes and nobody reads: people have consented when they send it. */
    private static final Set<String> UNREAD = Set.of("consent");

    static Stream<Operation> bound() {
        return BODIES.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("bound")
    void aRecordHasExactlyTheFieldsOfTheShape(Operation operation) throws ReflectiveOperationException {
        List<String> declared = new ArrayList<>(shape(operation).names());
        declared.removeAll(UNREAD);

        assertThat(fields(BODIES.get(operation))).containsExactlyInAnyOrderElementsOf(declared);
    }

    /** The rest of that body is read by the account's owner. */
    @Test
    void passwordsAreReadFromTheBodyThatChangesAnAccount() throws ReflectiveOperationException {
        assertThat(shape(UserOperations.UPDATE_MY_USER).names()).containsAll(fields(Passwords.of(Json.object())));
    }

    @Test
    void everyBodyIsBound() {
        assertThat(Operations.all())
                .filteredOn(operation -> operation.scope() == Scope.API)
                .filteredOn(operation -> operation.body().isPresent())
                .filteredOn(operation -> !shape(operation).names().isEmpty())
                .containsExactlyInAnyOrderElementsOf(BODIES.keySet());
    }

    private static ObjectShape shape(Operation operation) {
        return (ObjectShape) operation.body().orElseThrow();
    }

    private static List<String> fields(Record body) throws ReflectiveOperationException {
        List<String> fields = new ArrayList<>();
        for (RecordComponent component : body.getClass().getRecordComponents()) {
            fields.add(((Given<?>) component.getAccessor().invoke(body)).field());
        }
        return fields;
    }
}
