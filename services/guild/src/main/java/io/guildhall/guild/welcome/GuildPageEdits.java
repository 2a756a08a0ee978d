package io.guildhall.guild.welcome;

import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.state.GuildState;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.GuildPages;

/** Changes what a guild shows to those who come, in memory and in the store. */
public record GuildPageEdits(GuildState guild, Changes changes) {
    void save(WelcomeScreen screen) {
        write(GuildPages.WELCOME_SCREEN, screen.stored());
        guild.putPart(screen);
    }

    void save(Onboarding onboarding) {
        write(GuildPages.ONBOARDING, onboarding.stored());
        guild.putPart(onboarding);
    }

    void save(NewcomerGuide guide) {
        write(GuildPages.NEWCOMER_GUIDE, guide.stored());
        guild.putPart(guide);
    }

    /** The guild goes, and all of it with it. */
    public void forgetAll() {
        changes.write(Write.deletePartition(GuildPages.TABLE, guild.id()));
        guild.removePart(WelcomeScreen.class);
        guild.removePart(Onboarding.class);
        guild.removePart(NewcomerGuide.class);
    }

    private void write(String kind, String content) {
        changes.write(Write.to(GuildPages.TABLE, guild.id(), kind)
                .set(GuildPages.CONTENT, content)
                .build());
    }
}
