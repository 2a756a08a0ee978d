package io.guildhall.libraries.discord4j;

import discord4j.common.ReactorResources;
import discord4j.common.util.Snowflake;
import discord4j.core.DiscordClientBuilder;
import discord4j.core.GatewayDiscordClient;
import discord4j.core.event.domain.Event;
import discord4j.core.event.domain.message.MessageCreateEvent;
import discord4j.core.object.entity.Guild;
import discord4j.core.object.entity.Message;
import discord4j.core.object.entity.channel.TextChannel;
import discord4j.core.shard.ShardingStrategy;
import discord4j.gateway.GatewayReactorResources;
import discord4j.gateway.intent.IntentSet;
import io.guildhall.libraries.stage.Stage;
import io.guildhall.libraries.stage.Steps;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;

/** One Discord4J, pointed at the instance by the HTTP client that it is given, and what it told. */
final class Bot {
    static final Snowflake GUILD = Snowflake.of(Stage.GUILD);
    static final Snowflake CHANNEL = Snowflake.of(Stage.CHANNEL);
    static final Snowflake OWNER = Snowflake.of(Stage.OWNER);
    static final Snowflake SELF = Snowflake.of(Stage.BOT);
    static final Snowflake SECOND = Snowflake.of(Stage.SECOND_BOT);

    final Steps.Arrivals arrivals = new Steps.Arrivals();
    final Steps.Contents heard = new Steps.Contents();
    private final String token;
    private final IntentSet intents;
    private final int shards;
    private GatewayDiscordClient client;

    Bot(String token, IntentSet intents, int shards) {
        this.token = token;
        this.intents = intents;
        this.shards = shards;
    }

    Bot start() {
        client = DiscordClientBuilder.create(token)
                .setReactorResources(ReactorResources.builder()
                        .httpClient(PlainText.client())
                        .build())
                .build()
                .gateway()
                .setEnabledIntents(intents)
                .setSharding(ShardingStrategy.fixed(shards))
                .setGatewayReactorResources(resources -> GatewayReactorResources.builder(resources)
                        .httpClient(HttpClient.create())
                        .build())
                .withEventDispatcher(dispatcher -> dispatcher.on(Event.class).doOnNext(this::hear))
                .login()
                .block();
        return this;
    }

    private void hear(Event event) {
        if (event instanceof MessageCreateEvent message && message.getGuildId().isPresent()) {
            // Without the intent the library itself refuses to say what came.
            heard.add(message.getMessage().getData().content());
        }
        arrivals.add(event);
    }

    GatewayDiscordClient client() {
        return client;
    }

    Guild guild() {
        return client.getGuildById(GUILD).block();
    }

    TextChannel channel() {
        return client.getChannelById(CHANNEL).ofType(TextChannel.class).block();
    }

    Message write(String content) {
        return Mono.from(channel().createMessage(content)).block();
    }

    void quit() {
        client.logout().block();
    }
}
