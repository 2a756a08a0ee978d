//! Sessions at the gateway, and the client of the API.

use std::{
    error::Error,
    sync::{
        Arc, Mutex,
        atomic::{AtomicBool, Ordering},
    },
};

use support::{
    feed::{Feed, Listener},
    stage,
};
use twilight_gateway::{
    CloseFrame, ConfigBuilder, Event, EventTypeFlags, Intents, MessageSender, Shard, ShardId, StreamExt,
    error::ReceiveMessageErrorType,
};
use twilight_http::Client;

use crate::available;

/// A client that is led to the instance as through a proxy.
pub fn client(token: &str) -> Client {
    let host = stage::host();
    let host = host.strip_prefix("http://").expect("the API is not behind http");
    Client::builder()
        .token(token.to_owned())
        .proxy(host.to_owned(), true)
        .build()
}

/// A shard that is read until it is closed.
pub struct Session {
    sender: MessageSender,
    read: Arc<Read>,
}

#[derive(Default)]
struct Read {
    feed: Feed<Event>,
    id: Mutex<Option<String>>,
    over: AtomicBool,
}

impl Session {
    /// Begins to connect. Whoever listens before waiting for anything hears everything.
    pub fn of(token: &str, shard: ShardId, intents: Intents) -> Self {
        let config = ConfigBuilder::new(token.to_owned(), intents)
            .proxy_url(stage::of("GATEWAY_URL"))
            .build();
        let shard = Shard::with_config(shard, config);
        let (sender, read) = (shard.sender(), Arc::new(Read::default()));
        tokio::spawn(go_on(shard, read.clone()));
        Self { sender, read }
    }

    /// Connects, and waits until the guild has come.
    pub async fn open(token: &str, shard: ShardId, intents: Intents) -> Self {
        let session = Self::of(token, shard, intents);
        session.listen().next("the guild", available).await;
        session
    }

    pub fn listen(&self) -> Listener<Event> {
        self.read.feed.listen()
    }

    pub fn sender(&self) -> &MessageSender {
        &self.sender
    }

    /// What the gateway calls it, once it is ready.
    pub fn id(&self) -> Option<String> {
        self.read.id.lock().unwrap().clone()
    }

    pub fn close(&self) {
        self.read.over.store(true, Ordering::Relaxed);
        self.sender.close(CloseFrame::NORMAL).unwrap();
    }
}

async fn go_on(mut shard: Shard, read: Arc<Read>) {
    while let Some(item) = shard.next_event(EventTypeFlags::all()).await {
        *read.id.lock().unwrap() = shard.session().map(|session| session.id().to_owned());
        match item {
            Ok(Event::GatewayClose(_)) if read.over.load(Ordering::Relaxed) => return,
            Ok(event) => read.feed.publish(Ok(Arc::new(event))),
            // The shard tries again by itself.
            Err(error) if matches!(error.kind(), ReceiveMessageErrorType::Reconnect) => {}
            Err(error) => read.feed.publish(Err(format!("{:?}: {error}", error.source()))),
        }
    }
}
