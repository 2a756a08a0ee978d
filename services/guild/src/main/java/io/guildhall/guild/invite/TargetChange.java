package io.guildhall.guild.invite;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.body.Fields;
import io.guildhall.model.body.Given;
import java.util.List;

/** For whom an invite is from now on. */
public record TargetChange(Given<List<Long>> targetUsersFile) {
    public static TargetChange of(JsonNode body) {
        return new TargetChange(new Fields(body).snowflakes("target_users_file"));
    }
}
