//! The scene that the runner has made, and the person in it (see ../../../stage.js).

use std::{env, fmt::Debug, str::FromStr};

use serde_json::{Value, json};

/// A PNG of 8 by 8 pixels in Base64.
pub const PICTURE: &str =
    "iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAIAAABLbSncAAAAEUlEQVR4nGNoSHDAihiGlgQAMmxIAVDoDUIAAAAASUVORK5CYII=";

/// What the scene says of this name, as the library writes it.
pub fn of<T: FromStr<Err: Debug>>(name: &str) -> T {
    let value = env::var(name).unwrap_or_else(|_| panic!("the scene says nothing of {name}"));
    value.parse().expect("it is no such thing")
}

/// Where the API is, without the path.
pub fn host() -> String {
    let base: String = of("API_BASE");
    base.strip_suffix("/api").expect("the API has another path").to_owned()
}

/// Lets the person do something, and returns what came of it once it is done.
pub async fn ask(action: &str, parameters: Value) -> Value {
    let url = format!("{}/{action}", of::<String>("STAGE_URL"));
    let response = reqwest::Client::new()
        .post(url)
        .body(parameters.to_string())
        .send()
        .await
        .unwrap();
    let whole = response.status().is_success();
    let answer: Value = serde_json::from_slice(&response.bytes().await.unwrap()).unwrap();
    assert!(whole, "{action}: {}", answer["error"]);
    answer
}

/// Like `ask`, for what makes something: its id.
pub async fn make<T: FromStr<Err: Debug>>(action: &str) -> T {
    ask(action, json!({})).await["id"]
        .as_str()
        .expect("it has no id")
        .parse()
        .unwrap()
}

/// Lets the person write.
pub async fn say(channel: impl ToString, content: &str) {
    ask("say", json!({"channel": channel.to_string(), "content": content})).await;
}

/// Lets the person write the numbers from one to below the other, as messages.
pub async fn count(from: usize, to: usize) {
    ask(
        "count",
        json!({"channel": of::<String>("CHANNEL_ID"), "from": from, "to": to}),
    )
    .await;
}

/// What `count(0, amount)` writes.
pub fn numbers(amount: usize) -> Vec<String> {
    (0..amount).map(|number| format!("number {number}")).collect()
}
