package io.guildhall.guild.welcome;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.guild.state.GuildView;
import io.guildhall.model.body.Fields;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A question to those who come. It never changes.
 *
 * @param type how it is shown: 0 as choices, 1 as a list that opens
 * @param inOnboarding false when it is only asked of those who look for it
 */
record Prompt(
        long id,
        long type,
        String title,
        boolean singleSelect,
        boolean required,
        boolean inOnboarding,
        List<PromptOption> options) {
    static Prompt stored(JsonNode row) {
        Fields fields = new Fields(row);
        return new Prompt(
                fields.snowflake("id").required(),
                fields.number("type").required(),
                fields.text("title").required(),
                fields.flag("single_select").required(),
                fields.flag("required").required(),
                fields.flag("in_onboarding").required(),
                fields.list("options", PromptOption::stored).or(List.of()));
    }

    Optional<PromptOption> option(long optionId) {
        return options.stream().filter(option -> option.id() == optionId).findFirst();
    }

    ObjectNode stored() {
        return json(PromptOption::stored);
    }

    ObjectNode json(GuildView guild) {
        return json(option -> option.json(guild));
    }

    private ObjectNode json(Function<PromptOption, ObjectNode> form) {
        ObjectNode json = Json.object()
                .put("id", Snowflake.format(id))
                .put("type", type)
                .put("title", title)
                .put("single_select", singleSelect)
                .put("required", required)
                .put("in_onboarding", inOnboarding);
        ArrayNode list = json.putArray("options");
        options.stream().map(form).forEach(list::add);
        return json;
    }
}
