// A person in the browser uses a discord.js bot: commands, completion, buttons, lists, forms.
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";
import { BASE, barriers, BROWSER, open, picture } from "../support/browser.js";

const skip = BROWSER ? false : "no Chromium: install Debian's package chromium";
const need = createRequire(new URL("../../discordjs/test/", import.meta.url));
process.env.GUILDHALL_API ??= `${BASE}/api`;

let house;
let ada;
let clients;

before(async () => {
  if (skip) return;
  const discord = need("discord.js");
  clients = need("../support/clients.js");
  const { world } = need("../support/platform.js");
  const here = await world();
  const bot = await clients.login(here.bot.token);
  const { ApplicationCommandOptionType: Option, ButtonStyle, ComponentType: Kind, MessageFlags, TextInputStyle } = discord;
  await bot.application.commands.create({
    name: "order",
    description: "Orders a meal",
    options: [
      { type: Option.String, name: "dish", description: "What", required: true, autocomplete: true },
      { type: Option.Integer, name: "plates", description: "How many", minValue: 1, maxValue: 9 },
      { type: Option.Boolean, name: "spicy", description: "Hot or not" },
    ],
  });
  bot.on("interactionCreate", async (asked) => {
    if (asked.isAutocomplete()) return asked.respond([{ name: "Noodles", value: "noodles" }]);
    if (asked.isChatInputCommand()) {
      const { options } = asked;
      return asked.reply({
        content: `${options.getInteger("plates") ?? 1} × ${options.getString("dish")}, ${options.getBoolean("spicy") ? "hot" : "mild"}`,
        components: [
          { type: Kind.ActionRow, components: [
            { type: Kind.Button, style: ButtonStyle.Success, label: "Pay", customId: "pay" },
            { type: Kind.Button, style: ButtonStyle.Secondary, label: "Remark", customId: "remark" },
            { type: Kind.Button, style: ButtonStyle.Link, label: "Menu", url: "https://example.org/menu" },
          ] },
          { type: Kind.ActionRow, components: [
            { type: Kind.StringSelect, customId: "table", placeholder: "Which table", options: [{ label: "Window", value: "w" }, { label: "Door", value: "d" }] },
          ] },
        ],
      });
    }
    if (asked.isButton() && asked.customId === "pay") return asked.reply({ content: "paid, thank you", flags: MessageFlags.Ephemeral });
    if (asked.isButton()) {
      return asked.showModal({ title: "A remark", customId: "remarks", components: [
        { type: Kind.ActionRow, components: [{ type: Kind.TextInput, style: TextInputStyle.Paragraph, customId: "text", label: "What to know" }] },
      ] });
    }
    if (asked.isStringSelectMenu()) return asked.update({ content: `table ${asked.values[0]}`, components: [] });
    if (asked.isModalSubmit()) return asked.reply(`remark: ${asked.fields.getTextInputValue("text")}`);
  });
  house = await open();
  ada = await house.person();
  await ada.page.goto(`${BASE}/login`);
  await ada.page.evaluate((token) => localStorage.setItem("guildhall.token", token), here.owner.token);
  await ada.page.goto(`${BASE}/channels/${here.guild.id}/${here.guild.text}`);
  await composer().waitFor();
});

after(async () => {
  await clients?.closeAll();
  await house?.close();
});

const composer = () => ada.page.getByRole("textbox", { name: /^Message / });
const messages = () => ada.page.getByRole("log");

test("a command is found by its first letters and run with options", { skip }, async () => {
  await composer().pressSequentially("/ord");
  await ada.page.getByRole("option", { name: "/order Orders a meal" }).waitFor();
  await composer().press("Enter");
  const form = ada.page.getByRole("dialog");
  await form.getByLabel(/^dish/).fill("noo");
  await form.locator("datalist option[value=noodles]").waitFor({ state: "attached" });
  assert.deepEqual(await barriers(ada.page), []);
  await form.getByLabel(/^dish/).fill("noodles");
  await form.getByLabel(/^plates/).fill("2");
  await form.getByLabel(/^spicy/).selectOption({ label: "Yes" });
  await form.getByRole("button", { name: "Run order" }).click();
  await messages().getByText("2 × noodles, hot").waitFor();
  await messages().getByText(/ used \/order$/).waitFor();
  await form.waitFor({ state: "detached" });
});

test("a button is answered for one person alone", { skip }, async () => {
  await messages().getByRole("button", { name: "Pay" }).click();
  await messages().getByText("paid, thank you").waitFor();
  await messages().getByText("Only you can see this.").waitFor();
  assert.equal(await messages().getByRole("link", { name: "Menu" }).getAttribute("rel"), "noopener noreferrer nofollow");
  await picture(ada.page, "bot-dark");
});

test("a button opens a form, and what is written arrives", { skip }, async () => {
  await messages().getByRole("button", { name: "Remark" }).click();
  const form = ada.page.getByRole("dialog", { name: "A remark" });
  await form.getByLabel("What to know").fill("no peanuts");
  await form.getByRole("button", { name: "Send" }).click();
  await messages().getByText("remark: no peanuts").waitFor();
});

test("a choice changes the message", { skip }, async () => {
  assert.deepEqual(await barriers(ada.page), []);
  await messages().getByLabel("Which table").selectOption({ label: "Window" });
  await messages().getByText("table w").waitFor();
  await messages().getByRole("button", { name: "Pay" }).waitFor({ state: "detached" });
});

test("no page complained", { skip }, () => assert.deepEqual(house.complaints().filter((complaint) => !/Failed to load resource/.test(complaint)), []));
