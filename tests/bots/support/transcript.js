'use strict';
// A transcript is what people say to a bot and what must come of it, one thing a line:
//
//   > text          the person writes        guest> text   another person does, by the name that the cast has for them
//   ^ text          the person sends the text as a file
//   < text          the bot says something that contains the text, since what was said last; /text/ is a regular expression
//   @ text          the bot tells it the person in private; guest@ text tells another
//   + emoji         the bot reacts to what was said last
//   - emoji         the person reacts to what the bot said last
//   [ label         the person presses the button with this label, or this emoji, of what the bot said last
//   / name a=1 ...  the person runs a slash command; /? name a=x asks how an option goes on
//   ~ id            the person enters a voice channel
//   $ GET path 200 text    the API answers the person so, and with the text in its body; may take a moment to be so
//   = name          what is in the first brackets of the last regular expression is {name} from now on
//   : name          the id of what was said last is {name} from now on
//   # text          nothing
const fs = require('node:fs');

const LINE = /^(?<who>[a-z]*)(?<sign>>|\^|<|@|\+|-|~|\[|\/\?|\/|\$|=|:)(?: (?<text>.*))?$/;

/** The lines of a transcript: {line, who, sign, text}. */
function read(file) {
  const lines = fs.readFileSync(file, 'utf8').split('\n').map((text, index) => ({ text, line: index + 1 }));
  return lines.filter(({ text }) => text.trim() !== '' && !text.startsWith('#')).map(({ text, line }) => {
    const match = LINE.exec(text);
    if (!match) throw new Error(`${file}:${line} is no line of a transcript: ${text}`);
    return { line, who: match.groups.who || 'owner', sign: match.groups.sign, text: (match.groups.text ?? '').replaceAll('\\n', '\n') };
  });
}

module.exports = { read };
