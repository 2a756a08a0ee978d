package io.guildhall.guild.thread;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.body.Fields;
import io.guildhall.model.body.Given;

/** What a request says about a thread that it begins by itself. */
public record NewThread(ThreadSettings settings, Given<Long> type, Given<Boolean> invitable) {
    public static NewThread of(JsonNode body) {
        Fields fields = new Fields(body);
        return new NewThread(ThreadSettings.of(body), fields.number("type"), fields.flag("invitable"));
    }
}
