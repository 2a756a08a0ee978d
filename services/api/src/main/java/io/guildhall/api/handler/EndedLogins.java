package io.guildhall.api.handler;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.body.Fields;
import io.guildhall.model.body.Given;
import java.util.List;

/** Which logins end. */
record EndedLogins(Given<List<String>> sessionIdHashes, Given<String> password) {
    static EndedLogins of(JsonNode body) {
        Fields fields = new Fields(body);
        return new EndedLogins(fields.list("session_id_hashes", JsonNode::asText), fields.text("password"));
    }
}
