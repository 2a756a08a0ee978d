package io.guildhall.guild.privatechannel;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.body.Fields;
import io.guildhall.model.body.Given;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import java.util.List;

/** With whom a private channel is opened. */
public record Recipients(Given<Long> recipientId, Given<List<Long>> recipients) {
    public static Recipients of(JsonNode body) {
        Fields fields = new Fields(body);
        return new Recipients(fields.snowflake("recipient_id"), fields.snowflakes("recipients"));
    }

    /** True when a group is meant: nobody else, or several. */
    boolean isGroup() {
        return !recipientId.hasValue() && recipients.hasValue() && several().size() != 1;
    }

    /** Everybody who is listed. */
    List<Long> several() {
        return recipients.or(List.of());
    }

    /** @throws ApiException when it is not one */
    long one() {
        List<Long> listed = several();
        if (!recipientId.hasValue() && listed.size() != 1) {
            throw ApiException.of(ErrorCode.INVALID_RECIPIENTS);
        }
        return recipientId.value().orElseGet(listed::getFirst);
    }
}
