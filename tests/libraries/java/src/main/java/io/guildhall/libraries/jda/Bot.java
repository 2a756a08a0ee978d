package io.guildhall.libraries.jda;

import io.guildhall.libraries.stage.Stage;
import io.guildhall.libraries.stage.Steps;
import java.util.Collection;
import java.util.EnumSet;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.JDABuilder;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.channel.concrete.TextChannel;
import net.dv8tion.jda.api.events.GenericEvent;
import net.dv8tion.jda.api.events.message.MessageReceivedEvent;
import net.dv8tion.jda.api.hooks.EventListener;
import net.dv8tion.jda.api.requests.GatewayIntent;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.utils.ConcurrentSessionController;
import net.dv8tion.jda.api.utils.MemberCachePolicy;
import net.dv8tion.jda.api.utils.cache.CacheFlag;

/** One JDA, pointed at the instance by its own settings, and what it told. */
final class Bot implements EventListener {
    final Steps.Arrivals arrivals = new Steps.Arrivals();
    final Steps.Contents heard = new Steps.Contents();
    private final JDABuilder builder;
    private JDA jda;

    Bot(String token, Collection<GatewayIntent> intents) {
        builder = JDABuilder.createDefault(token, intents)
                .setRestConfig(new RestConfig().setBaseUrl(Stage.API + "/v10/"))
                .setSessionController(new ConcurrentSessionController() {
                    @Override
                    public String getGateway() {
                        return Stage.GATEWAY;
                    }
                })
                .addEventListeners(this);
        if (intents.contains(GatewayIntent.GUILD_MEMBERS)) {
            builder.setMemberCachePolicy(MemberCachePolicy.ALL).enableCache(EnumSet.allOf(CacheFlag.class));
        }
    }

    Bot shard(int shard, int shards) {
        builder.useSharding(shard, shards);
        return this;
    }

    Bot start() throws InterruptedException {
        jda = builder.build().awaitReady();
        return this;
    }

    @Override
    public void onEvent(GenericEvent event) {
        if (event instanceof MessageReceivedEvent message && message.isFromGuild()) {
            heard.add(message.getMessage().getContentRaw());
        }
        arrivals.add(event);
    }

    JDA jda() {
        return jda;
    }

    Guild guild() {
        return jda.getGuildById(Stage.GUILD);
    }

    TextChannel channel() {
        return jda.getTextChannelById(Stage.CHANNEL);
    }

    void quit() {
        jda.shutdownNow();
    }

    void isReady() {
        Steps.equal(jda.getSelfUser().getId(), Stage.BOT);
        Steps.equal(guild().getOwnerId(), Stage.OWNER);
        Steps.check("the channel is there", channel() != null);
        Steps.check("everybody has a role", guild().getPublicRole().getId().equals(Stage.GUILD));
        Steps.check("it is an administrator", guild().getSelfMember().hasPermission(Permission.ADMINISTRATOR));
    }
}
