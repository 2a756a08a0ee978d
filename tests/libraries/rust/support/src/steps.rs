//! Takes steps one after the other and prints a line for each, as the runner wants it (see ../../../run.js).

use std::{any::Any, future::Future, pin::Pin, rc::Rc, time::Duration};

use serde_json::json;
use tokio::task::{self, LocalSet};

use crate::stage;

/// How long what is waited for may take. Nothing passes or fails by how fast it was.
pub const PATIENCE: Duration = Duration::from_secs(20);

pub type Taken = Pin<Box<dyn Future<Output = ()>>>;

/// One of the steps, by the name that the runner knows it by.
pub type Step<B> = (&'static str, fn(Rc<B>) -> Taken);

/// Names steps like the functions that take them.
#[macro_export]
macro_rules! steps {
    ($($name:ident),* $(,)?) => {
        vec![$((stringify!($name), |bot| Box::pin($name(bot)))),*]
    };
}

/// Takes the steps in their order. A step fails by panicking.
pub async fn take<B: 'static>(bot: Rc<B>, steps: Vec<Step<B>>) {
    LocalSet::new()
        .run_until(async {
            for (name, step) in steps {
                match task::spawn_local(step(bot.clone())).await {
                    Ok(()) => println!("ok {name}"),
                    Err(failure) => println!("failed {name} {}", reason(&*failure.into_panic())),
                }
            }
        })
        .await;
}

const BURST: usize = 25;

/// A slow machine meets no limit with a few.
const BURSTS: usize = 8;

/// Sends more than may be sent at once until a rate limit was met; everything arrives, and nothing is sent against the limit.
pub async fn until_limited<F: Future<Output = String> + 'static>(send: impl Fn(String) -> F) {
    let mut counted = json!({"met": 0});
    for burst in 0..BURSTS {
        let contents: Vec<_> = (0..BURST).map(|number| format!("burst {burst} {number}")).collect();
        let sending: Vec<_> = contents
            .iter()
            .map(|content| task::spawn_local(send(content.clone())))
            .collect();
        for (sent, content) in sending.into_iter().zip(&contents) {
            assert_eq!(&sent.await.unwrap(), content);
        }
        counted = stage::ask("limits", json!({})).await;
        if counted["met"] != 0 {
            break;
        }
    }
    assert_ne!(counted["met"], 0, "no limit was met");
    assert_eq!(counted["broken"], 0);
}

/// Says of a step that there is none, and why.
pub fn without(name: &str, why: &str) {
    println!("skipped {name} {why}");
}

fn reason(panic: &(dyn Any + Send)) -> String {
    let text = panic
        .downcast_ref::<String>()
        .map(String::as_str)
        .or_else(|| panic.downcast_ref::<&str>().copied());
    text.unwrap_or("it does not say why")
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}

/// Waits for the end of this, and says what was waited for when it never comes.
pub async fn within<T>(what: &str, waiting: impl Future<Output = T>) -> T {
    tokio::time::timeout(PATIENCE, waiting)
        .await
        .unwrap_or_else(|_| panic!("never came: {what}"))
}

/// Waits until the condition holds.
pub async fn until(what: &str, mut holds: impl FnMut() -> bool) {
    within(what, async {
        while !holds() {
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    })
    .await;
}
