//! Clients with their sessions at the gateway.

use std::{sync::Arc, time::Duration};

use serenity::{
    all::{Cache, ClientBuilder, Event, GatewayIntents, Http, HttpBuilder, ShardId, ShardManager},
    gateway::{CollectorCallback, ShardMessenger},
};
use support::{
    feed::{Feed, Listener},
    stage,
    steps::{until, within},
};

use crate::GUILD;

pub struct Session {
    pub http: Arc<Http>,
    pub cache: Arc<Cache>,
    manager: Arc<ShardManager>,
    shards: Vec<Shard>,
}

struct Shard {
    messenger: ShardMessenger,
    feed: Arc<Feed<Event>>,
}

impl Session {
    /// Connects with that many shards, and waits until the guild has come. The library's own rate limiter knows no proxy.
    pub async fn open(token: &str, intents: GatewayIntents, shards: u32) -> Self {
        let http = HttpBuilder::new(token)
            .proxy(stage::host())
            .ratelimiter_disabled(true)
            .build();
        let mut client = ClientBuilder::new_with_http(http, intents).await.unwrap();
        let (http, cache, manager) = (client.http.clone(), client.cache.clone(), client.shard_manager.clone());
        tokio::spawn(async move { client.start_shards(shards).await });
        let mut session = Self {
            http,
            cache,
            manager,
            shards: Vec::new(),
        };
        for number in 0..shards {
            let messenger = session.messenger(ShardId(number)).await;
            session.shards.push(Shard::of(messenger));
        }
        until("the guild", || session.cache.guild(*GUILD).is_some()).await;
        session
    }

    async fn messenger(&self, shard: ShardId) -> ShardMessenger {
        within("the shard", async {
            loop {
                if let Some(runner) = self.manager.runners.lock().await.get(&shard) {
                    return runner.runner_tx.clone();
                }
                tokio::time::sleep(Duration::from_millis(20)).await;
            }
        })
        .await
    }

    pub fn shard(&self) -> &ShardMessenger {
        &self.shards[0].messenger
    }

    pub fn listen(&self) -> Listener<Event> {
        self.listen_to(0)
    }

    pub fn listen_to(&self, shard: usize) -> Listener<Event> {
        self.shards[shard].feed.listen()
    }

    pub async fn close(&self) {
        self.manager.shutdown_all().await;
    }
}

impl Shard {
    fn of(messenger: ShardMessenger) -> Self {
        let feed = Arc::new(Feed::default());
        let fed = feed.clone();
        messenger.add_collector(CollectorCallback(Box::new(move |event: &Event| {
            fed.publish(Ok(Arc::new(event.clone())));
            true
        })));
        Self { messenger, feed }
    }
}
