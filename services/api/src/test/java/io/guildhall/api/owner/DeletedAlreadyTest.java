package io.guildhall.api.owner;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.api.call.RestAnswer;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.operation.catalogue.LobbyOperations;
import org.junit.jupiter.api.Test;

class DeletedAlreadyTest {
    private final RestAnswer unknown = RestAnswer.of(ApiException.of(ErrorCode.UNKNOWN_LOBBY));

    @Test
    void aLobbyThatIsNotThereIsDeleted() {
        RestAnswer answer = DeletedAlready.of(LobbyOperations.DELETE_LOBBY, unknown);
        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void nothingElseIsForgiven() {
        assertThat(DeletedAlready.of(LobbyOperations.GET_LOBBY, unknown)).isEqualTo(unknown);
        RestAnswer refused = RestAnswer.of(ApiException.of(ErrorCode.MISSING_ACCESS));
        assertThat(DeletedAlready.of(LobbyOperations.DELETE_LOBBY, refused)).isEqualTo(refused);
    }
}
