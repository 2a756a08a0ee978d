package io.guildhall.guild.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.body.Fields;
import io.guildhall.model.body.Given;

/** What a request says about a command, new or not. */
public record CommandSettings(
        Given<String> name,
        Given<JsonNode> nameLocalizations,
        Given<String> description,
        Given<JsonNode> descriptionLocalizations,
        Given<JsonNode> options,
        Given<String> defaultMemberPermissions,
        Given<Boolean> dmPermission,
        Given<Boolean> defaultPermission,
        Given<JsonNode> contexts,
        Given<JsonNode> integrationTypes,
        Given<Boolean> nsfw) {
    public static CommandSettings of(JsonNode body) {
        Fields fields = new Fields(body);
        return new CommandSettings(
                fields.text("name"),
                fields.tree("name_localizations"),
                fields.text("description"),
                fields.tree("description_localizations"),
                fields.tree("options"),
                fields.text("default_member_permissions"),
                fields.flag("dm_permission"),
                fields.flag("default_permission"),
                fields.tree("contexts"),
                fields.tree("integration_types"),
                fields.flag("nsfw"));
    }
}
