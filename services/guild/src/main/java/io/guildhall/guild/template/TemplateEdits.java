package io.guildhall.guild.template;

import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.state.GuildState;
import io.guildhall.guild.state.Rows;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.GuildTemplateCodes;
import io.guildhall.model.table.catalogue.GuildTemplates;
import java.util.Optional;

/** The template that a guild has, in memory and in the store. */
public record TemplateEdits(GuildState guild, Changes changes) {
    /** The part of the guild's state. */
    private record Known(Optional<RowView> row) {}

    static Optional<RowView> of(GuildState guild) {
        return guild.part(Known.class, TemplateEdits::load).row();
    }

    private static Known load(GuildState guild) {
        return new Known(
                guild.storage().row(GuildTemplateCodes.TABLE, guild.id()).flatMap(code -> guild.storage()
                        .row(GuildTemplates.TABLE, code.get(GuildTemplateCodes.CODE))));
    }

    void save(RowView template) {
        Optional<RowView> before = of(guild);
        Rows.save(before.orElse(null), template, changes);
        if (before.isEmpty()) {
            changes.write(Write.to(GuildTemplateCodes.TABLE, guild.id())
                    .set(GuildTemplateCodes.CODE, template.get(GuildTemplates.CODE))
                    .build());
        }
        guild.putPart(new Known(Optional.of(template)));
    }

    /** The guild has none from now on, because it is deleted or its guild is. */
    public void forget() {
        of(guild).ifPresent(template -> {
            Rows.delete(template, changes);
            changes.write(Write.delete(GuildTemplateCodes.TABLE, guild.id()));
            guild.putPart(new Known(Optional.empty()));
        });
    }
}
