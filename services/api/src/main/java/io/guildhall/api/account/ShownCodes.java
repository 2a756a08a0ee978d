package io.guildhall.api.account;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.model.id.Snowflake;
import java.util.List;

/** Backup codes as their person is shown them, once. */
final class ShownCodes {
    private ShownCodes() {}

    static ObjectNode put(List<String> codes, long userId, ObjectNode answer) {
        codes.forEach(code -> answer.withArray("backup_codes")
                .addObject()
                .put("user_id", Snowflake.format(userId))
                .put("code", code.substring(0, 4) + '-' + code.substring(4))
                .put("consumed", false));
        return answer;
    }
}
