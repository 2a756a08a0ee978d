//! Steps with what people ask of a bot.

use std::rc::Rc;

use serde_json::{Value, json};
use support::{stage, steps, steps::Step};
use twilight_gateway::Event;
use twilight_model::{
    application::interaction::{
        Interaction, InteractionData, application_command::CommandOptionValue, modal::ModalInteractionComponent,
    },
    channel::{Message, message::Component},
    http::interaction::InteractionResponse,
};

use crate::{Bot, CHANNEL, GUILD, OWNER};

const MESSAGE: u8 = 4;
const LATER: u8 = 5;
const UPDATE: u8 = 7;
const CHOICES: u8 = 8;
const FORM: u8 = 9;

pub fn steps() -> Vec<Step<Bot>> {
    steps![slash, deferred, ephemeral, button, select, modal]
}

/// Lets the person do something, answers the interaction that comes of it, and says what the person saw.
async fn when(bot: &Bot, action: &str, parameters: Value, answer: impl AsyncFnOnce(Interaction)) -> Value {
    let mut events = bot.session.listen();
    let answering = async {
        let interaction = events
            .next("the interaction", |event| match event {
                Event::InteractionCreate(created) => Some(created.0.clone()),
                _ => None,
            })
            .await;
        answer(interaction).await;
    };
    tokio::join!(stage::ask(action, parameters), answering).0
}

async fn respond(bot: &Bot, interaction: &Interaction, kind: u8, data: Value) {
    let response: InteractionResponse = serde_json::from_value(json!({"type": kind, "data": data})).unwrap();
    bot.http
        .interaction(bot.application)
        .create_response(interaction.id, &interaction.token, &response)
        .await
        .unwrap();
}

async fn command(bot: &Bot, name: &str, options: Value) {
    let options: Vec<_> = serde_json::from_value(options).unwrap();
    bot.http
        .interaction(bot.application)
        .create_guild_command(*GUILD)
        .chat_input(name, "Of a test")
        .command_options(&options)
        .await
        .unwrap();
}

async fn run(bot: &Bot, name: &str, data: Value) -> Value {
    command(bot, name, json!([])).await;
    when(bot, "run", json!({"command": name}), async |interaction| {
        respond(bot, &interaction, MESSAGE, data).await;
    })
    .await
}

/// A message with one row of components.
async fn with(bot: &Bot, content: &str, components: Value) -> Message {
    let row: Component = serde_json::from_value(json!({"type": 1, "components": components})).unwrap();
    bot.http
        .create_message(*CHANNEL)
        .content(content)
        .components(&[row])
        .await
        .unwrap()
        .model()
        .await
        .unwrap()
}

async fn slash(bot: Rc<Bot>) {
    let options = json!([
        {"type": 3, "name": "whom", "description": "Whom", "required": true, "autocomplete": true},
        {"type": 4, "name": "often", "description": "How often"},
    ]);
    command(&bot, "greet", options).await;
    let typed = json!({"command": "greet", "option": "whom", "value": "wo"});
    let offered = when(&bot, "type", typed, async |interaction| {
        let Some(InteractionData::ApplicationCommand(command)) = &interaction.data else {
            panic!("it is no command")
        };
        assert!(
            matches!(&command.options[0].value, CommandOptionValue::Focused(value, _) if value == "wo"),
            "its end is not being typed"
        );
        let choices = json!({"choices": [{"name": "World", "value": "world"}]});
        respond(&bot, &interaction, CHOICES, choices).await;
    })
    .await;
    assert_eq!(offered["choices"], json!(["world"]));
    let options = json!([{"type": 3, "name": "whom", "value": "world"}, {"type": 4, "name": "often", "value": 2}]);
    let given = json!({"command": "greet", "options": options});
    let seen = when(&bot, "run", given, async |interaction| {
        let Some(InteractionData::ApplicationCommand(command)) = &interaction.data else {
            panic!("it is no command")
        };
        assert_eq!(command.options[0].value, CommandOptionValue::String("world".to_owned()));
        assert_eq!(command.options[1].value, CommandOptionValue::Integer(2));
        assert_eq!(interaction.author_id(), Some(*OWNER));
        let answer = json!({"content": "hello world, hello world"});
        respond(&bot, &interaction, MESSAGE, answer).await;
    })
    .await;
    assert_eq!(seen["content"], "hello world, hello world");
    assert_eq!(seen["ephemeral"], false);
}

async fn deferred(bot: Rc<Bot>) {
    command(&bot, "think", json!([])).await;
    let seen = when(&bot, "run", json!({"command": "think"}), async |interaction| {
        respond(&bot, &interaction, LATER, json!({})).await;
        bot.http
            .interaction(bot.application)
            .update_response(&interaction.token)
            .content(Some("thought"))
            .await
            .unwrap();
    })
    .await;
    assert_eq!(seen["content"], "thought");
    assert_eq!(seen["deferred"], true);
}

async fn ephemeral(bot: Rc<Bot>) {
    let seen = run(&bot, "whisper", json!({"content": "psst", "flags": 64})).await;
    assert_eq!(seen["content"], "psst");
    assert_eq!(seen["ephemeral"], true);
}

async fn button(bot: Rc<Bot>) {
    let press = json!([{"type": 2, "style": 1, "label": "Press", "custom_id": "press"}]);
    let sent = with(&bot, "press it", press).await.id;
    let pressing = json!({"message": sent, "button": "press"});
    let seen = when(&bot, "press", pressing, async |interaction| {
        assert_eq!(interaction.message.as_ref().map(|message| message.id), Some(sent));
        let Some(InteractionData::MessageComponent(pressed)) = &interaction.data else {
            panic!("nothing is pressed")
        };
        assert_eq!(pressed.custom_id, "press");
        let answer = json!({"content": "pressed", "components": []});
        respond(&bot, &interaction, UPDATE, answer).await;
    })
    .await;
    assert_eq!(seen["content"], "pressed");
}

async fn select(bot: Rc<Bot>) {
    let options = ["red", "green", "blue"].map(|colour| json!({"label": colour, "value": colour, "default": false}));
    let menu = json!([{"type": 3, "custom_id": "colours", "min_values": 1, "max_values": 2, "options": options}]);
    let sent = with(&bot, "choose", menu).await.id;
    let choosing = json!({"message": sent, "menu": "colours", "values": ["red", "blue"]});
    let seen = when(&bot, "choose", choosing, async |interaction| {
        let Some(InteractionData::MessageComponent(chosen)) = &interaction.data else {
            panic!("nothing is chosen")
        };
        let answer = json!({"content": chosen.values.join(" and ")});
        respond(&bot, &interaction, MESSAGE, answer).await;
    })
    .await;
    assert_eq!(seen["content"], "red and blue");
}

async fn modal(bot: Rc<Bot>) {
    command(&bot, "write", json!([])).await;
    let opened = when(&bot, "open", json!({"command": "write"}), async |interaction| {
        let text = json!({"type": 4, "custom_id": "text", "label": "Text", "style": 2});
        let rows = json!([{"type": 1, "components": [text]}]);
        let letter = json!({"custom_id": "letter", "title": "A letter", "components": rows});
        respond(&bot, &interaction, FORM, letter).await;
    })
    .await;
    assert_eq!(opened["title"], "A letter");
    let filled = json!({"field": "text", "value": "dear all"});
    let seen = when(&bot, "submit", filled, async |interaction| {
        let Some(InteractionData::ModalSubmit(written)) = &interaction.data else {
            panic!("nothing is written")
        };
        assert_eq!(written.custom_id, "letter");
        let ModalInteractionComponent::ActionRow(row) = &written.components[0] else {
            panic!("it is no row")
        };
        let ModalInteractionComponent::TextInput(text) = &row.components[0] else {
            panic!("it is no text")
        };
        respond(&bot, &interaction, MESSAGE, json!({"content": text.value})).await;
    })
    .await;
    assert_eq!(seen["content"], "dear all");
}
