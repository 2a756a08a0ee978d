//! Steps with what people ask of a bot.

use std::rc::Rc;

use serde_json::{Value, json};
use serenity::{
    all::{
        AutocompleteOption, ComponentInteractionDataKind, CreateActionRow, CreateAutocompleteResponse, CreateButton,
        CreateCommand, CreateCommandOption, CreateInputText, CreateInteractionResponse,
        CreateInteractionResponseMessage, CreateMessage, CreateModal, CreateSelectMenu, CreateSelectMenuKind,
        CreateSelectMenuOption, EditInteractionResponse, Event, InputTextStyle, Interaction, Message,
    },
    model::application::{ActionRowComponent, CommandOptionType},
};
use support::{stage, steps, steps::Step};

use crate::{Bot, GUILD, OWNER, messages::send_to_channel};

pub fn steps() -> Vec<Step<Bot>> {
    steps![slash, deferred, ephemeral, button, select, modal]
}

/// Lets the person do something, answers the interaction that comes of it, and says what the person saw.
async fn when(bot: &Bot, action: &str, parameters: Value, answer: impl AsyncFnOnce(Interaction)) -> Value {
    let mut events = bot.session().listen();
    let answering = async {
        let interaction = events
            .next("the interaction", |event| match event {
                Event::InteractionCreate(created) => Some(created.interaction.clone()),
                _ => None,
            })
            .await;
        answer(interaction).await;
    };
    tokio::join!(stage::ask(action, parameters), answering).0
}

async fn command(bot: &Bot, name: &str, options: Vec<CreateCommandOption>) {
    let command = CreateCommand::new(name).description("Of a test").set_options(options);
    GUILD.create_command(&bot.session().http, command).await.unwrap();
}

async fn run(bot: &Bot, name: &str, answer: CreateInteractionResponse) -> Value {
    command(bot, name, Vec::new()).await;
    when(bot, "run", json!({"command": name}), async |interaction| {
        let command = interaction.command().expect("it is no command");
        command.create_response(&bot.session().http, answer).await.unwrap();
    })
    .await
}

fn message(content: &str) -> CreateInteractionResponseMessage {
    CreateInteractionResponseMessage::new().content(content)
}

async fn with(bot: &Bot, content: &str, row: CreateActionRow) -> Message {
    send_to_channel(bot, CreateMessage::new().content(content).components(vec![row])).await
}

async fn slash(bot: Rc<Bot>) {
    let http = &bot.session().http;
    let whom = CreateCommandOption::new(CommandOptionType::String, "whom", "Whom")
        .required(true)
        .set_autocomplete(true);
    let often = CreateCommandOption::new(CommandOptionType::Integer, "often", "How often");
    command(&bot, "greet", vec![whom, often]).await;
    let typed = json!({"command": "greet", "option": "whom", "value": "wo"});
    let offered = when(&bot, "type", typed, async |interaction| {
        let typed = interaction.autocomplete().expect("nothing is typed");
        let Some(AutocompleteOption { name, value, .. }) = typed.data.autocomplete() else {
            panic!("nothing is being typed")
        };
        assert_eq!((name, value), ("whom", "wo"));
        let choices = CreateAutocompleteResponse::new().add_string_choice("World", "world");
        typed
            .create_response(http, CreateInteractionResponse::Autocomplete(choices))
            .await
            .unwrap();
    })
    .await;
    assert_eq!(offered["choices"], json!(["world"]));
    let options = json!([{"type": 3, "name": "whom", "value": "world"}, {"type": 4, "name": "often", "value": 2}]);
    let given = json!({"command": "greet", "options": options});
    let seen = when(&bot, "run", given, async |interaction| {
        let command = interaction.command().expect("it is no command");
        assert_eq!(command.data.options[0].value.as_str(), Some("world"));
        assert_eq!(command.data.options[1].value.as_i64(), Some(2));
        assert_eq!(command.user.id, *OWNER);
        let answer = CreateInteractionResponse::Message(message("hello world, hello world"));
        command.create_response(http, answer).await.unwrap();
    })
    .await;
    assert_eq!(seen["content"], "hello world, hello world");
    assert_eq!(seen["ephemeral"], false);
}

async fn deferred(bot: Rc<Bot>) {
    let http = &bot.session().http;
    command(&bot, "think", Vec::new()).await;
    let seen = when(&bot, "run", json!({"command": "think"}), async |interaction| {
        let command = interaction.command().expect("it is no command");
        command.defer(http).await.unwrap();
        let thought = EditInteractionResponse::new().content("thought");
        command.edit_response(http, thought).await.unwrap();
    })
    .await;
    assert_eq!(seen["content"], "thought");
    assert_eq!(seen["deferred"], true);
}

async fn ephemeral(bot: Rc<Bot>) {
    let answer = CreateInteractionResponse::Message(message("psst").ephemeral(true));
    let seen = run(&bot, "whisper", answer).await;
    assert_eq!(seen["content"], "psst");
    assert_eq!(seen["ephemeral"], true);
}

async fn button(bot: Rc<Bot>) {
    let row = CreateActionRow::Buttons(vec![CreateButton::new("press").label("Press")]);
    let sent = with(&bot, "press it", row).await.id;
    let pressing = json!({"message": sent, "button": "press"});
    let seen = when(&bot, "press", pressing, async |interaction| {
        let pressed = interaction.message_component().expect("nothing is pressed");
        assert_eq!(pressed.message.id, sent);
        assert_eq!(pressed.data.custom_id, "press");
        let answer = CreateInteractionResponse::UpdateMessage(message("pressed").components(Vec::new()));
        pressed.create_response(&bot.session().http, answer).await.unwrap();
    })
    .await;
    assert_eq!(seen["content"], "pressed");
}

async fn select(bot: Rc<Bot>) {
    let options = ["red", "green", "blue"]
        .map(|colour| CreateSelectMenuOption::new(colour, colour))
        .to_vec();
    let menu = CreateSelectMenu::new("colours", CreateSelectMenuKind::String { options })
        .min_values(1)
        .max_values(2);
    let sent = with(&bot, "choose", CreateActionRow::SelectMenu(menu)).await.id;
    let choosing = json!({"message": sent, "menu": "colours", "values": ["red", "blue"]});
    let seen = when(&bot, "choose", choosing, async |interaction| {
        let chosen = interaction.message_component().expect("nothing is chosen");
        let ComponentInteractionDataKind::StringSelect { values } = &chosen.data.kind else {
            panic!("it is no menu")
        };
        let answer = CreateInteractionResponse::Message(message(&values.join(" and ")));
        chosen.create_response(&bot.session().http, answer).await.unwrap();
    })
    .await;
    assert_eq!(seen["content"], "red and blue");
}

async fn modal(bot: Rc<Bot>) {
    let http = &bot.session().http;
    command(&bot, "write", Vec::new()).await;
    let opened = when(&bot, "open", json!({"command": "write"}), async |interaction| {
        let text = CreateInputText::new(InputTextStyle::Paragraph, "Text", "text");
        let letter = CreateModal::new("letter", "A letter").components(vec![CreateActionRow::InputText(text)]);
        let command = interaction.command().expect("it is no command");
        command
            .create_response(http, CreateInteractionResponse::Modal(letter))
            .await
            .unwrap();
    })
    .await;
    assert_eq!(opened["title"], "A letter");
    let filled = json!({"field": "text", "value": "dear all"});
    let seen = when(&bot, "submit", filled, async |interaction| {
        let written = interaction.modal_submit().expect("nothing is written");
        assert_eq!(written.data.custom_id, "letter");
        let ActionRowComponent::InputText(text) = &written.data.components[0].components[0] else {
            panic!("it is no text")
        };
        let answer = CreateInteractionResponse::Message(message(text.value.as_deref().unwrap()));
        written.create_response(http, answer).await.unwrap();
    })
    .await;
    assert_eq!(seen["content"], "dear all");
}
