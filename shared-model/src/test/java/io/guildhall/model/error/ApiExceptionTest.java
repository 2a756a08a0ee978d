package io.guildhall.model.error;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.model.operation.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ApiExceptionTest {
    @Test
    void thereIsEveryCode() {
        assertThat(ErrorCode.values()).hasSize(252);
        assertThat(ErrorCode.find(10003)).contains(ErrorCode.UNKNOWN_CHANNEL);
        assertThat(ErrorCode.find(1)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(ErrorCode.class)
    void everyCodeHasAStatusAndAMessageAndTravels(ErrorCode code) {
        ApiException back = ApiException.from(ApiException.of(code).toFailure());

        assertThat(code.status()).isBetween(202, 599);
        assertThat(code.message()).isNotBlank();
        assertThat(back.is(code)).isTrue();
        assertThat(back.status()).isEqualTo(code.status());
        assertThat(back.getMessage()).isEqualTo(code.message());
    }

    @Test
    void theTreeOfProblemsTravels() {
        Problems problems = Problems.none();
        problems.at("embeds").at(0).at("title").add("BASE_TYPE_MAX_LENGTH", "Must be 256 or fewer in length.");
        ApiException back = ApiException.from(ApiException.invalidForm(problems).toFailure());

        assertThat(back.toBody()).hasToString("""
                        {"message":"Invalid Form Body","code":50035,"errors":{"embeds":{"0":{"title":{"_errors":[\
                        {"code":"BASE_TYPE_MAX_LENGTH","message":"Must be 256 or fewer in length."}]}}}}}""");
    }

    @Test
    void aMissingTokenIsCodeZero() {
        assertThat(ApiException.unauthorized().status()).isEqualTo(401);
        assertThat(ApiException.unauthorized().toBody()).hasToString("{\"message\":\"401: Unauthorized\",\"code\":0}");
    }

    @Test
    void aWaitTravels() {
        ApiException slow =
                ApiException.retryAfter(ErrorCode.ACTION_CANNOT_BE_PERFORMED_DUE_TO_SLOWMODE_RATE_LIMIT, 2.5);

        assertThat(ApiException.from(slow.toFailure()).retryAfter()).isEqualTo(2.5);
        assertThat(slow.toBody().get("retry_after").asDouble()).isEqualTo(2.5);
    }
}
