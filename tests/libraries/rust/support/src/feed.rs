//! A session's events, for everybody who listens, in the order in which they came.

use std::sync::{Arc, Mutex};

use tokio::sync::mpsc::{self, UnboundedReceiver, UnboundedSender};

use crate::steps::within;

/// What comes: an event, or why one could not be understood.
type Item<E> = Result<Arc<E>, String>;

pub struct Feed<E>(Mutex<Vec<UnboundedSender<Item<E>>>>);

impl<E> Default for Feed<E> {
    fn default() -> Self {
        Self(Mutex::default())
    }
}

impl<E> Feed<E> {
    pub fn publish(&self, item: Item<E>) {
        self.0
            .lock()
            .unwrap()
            .retain(|listener| listener.send(item.clone()).is_ok());
    }

    /// Everything from now on; to be called before what causes what is waited for.
    pub fn listen(&self) -> Listener<E> {
        let (sender, receiver) = mpsc::unbounded_channel();
        self.0.lock().unwrap().push(sender);
        Listener(receiver)
    }
}

pub struct Listener<E>(UnboundedReceiver<Item<E>>);

impl<E> Listener<E> {
    /// What is accepted of the next event of which something is. An event that can't be understood fails the step.
    pub async fn next<T>(&mut self, what: &str, accepts: impl Fn(&E) -> Option<T>) -> T {
        within(what, async {
            loop {
                let event = self
                    .0
                    .recv()
                    .await
                    .expect("the session is over")
                    .unwrap_or_else(|why| panic!("{why}"));
                if let Some(accepted) = accepts(&event) {
                    return accepted;
                }
            }
        })
        .await
    }

    /// What is accepted of the events until one is the last.
    pub async fn through<T>(
        &mut self,
        what: &str,
        accepts: impl Fn(&E) -> Option<T>,
        last: impl Fn(&T) -> bool,
    ) -> Vec<T> {
        let mut all = Vec::new();
        loop {
            let accepted = self.next(what, &accepts).await;
            let over = last(&accepted);
            all.push(accepted);
            if over {
                return all;
            }
        }
    }

    /// What is accepted of the events that have come and were not asked for yet.
    pub fn rest<T>(&mut self, accepts: impl Fn(&E) -> Option<T>) -> Vec<T> {
        let mut all = Vec::new();
        while let Ok(item) = self.0.try_recv() {
            all.extend(accepts(&item.unwrap_or_else(|why| panic!("{why}"))));
        }
        all
    }
}
