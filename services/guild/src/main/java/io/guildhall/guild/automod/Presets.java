package io.guildhall.guild.automod;

import java.util.List;
import java.util.Map;

/** Words that guilds need not write down themselves, in English: insults, what is sexual, and what demeans a group of people. */
final class Presets {
    private static final Map<Long, List<String>> WORDS = Map.of(
            1L,
            List.of(
                    "asshole",
                    "assholes",
                    "bastard",
                    "bastards",
                    "bitch*",
                    "bullshit*",
                    "cocksucker*",
                    "cunt*",
                    "dickhead*",
                    "dipshit*",
                    "fuck*",
                    "goddamn*",
                    "jackass*",
                    "motherfuck*",
                    "prick",
                    "pricks",
                    "shit",
                    "shits",
                    "shitty",
                    "shithead*",
                    "twat*",
                    "wanker*"),
            2L,
            List.of(
                    "blowjob*",
                    "bukkake",
                    "camgirl*",
                    "creampie*",
                    "cumshot*",
                    "deepthroat*",
                    "dildo*",
                    "fellatio",
                    "gangbang*",
                    "handjob*",
                    "hentai",
                    "milf*",
                    "nsfw porn",
                    "onlyfans leak*",
                    "orgy",
                    "orgies",
                    "porn*",
                    "rimjob*",
                    "sexting",
                    "titjob*",
                    "xxx video*"),
            3L,
            List.of(
                    "beaner*",
                    "chink",
                    "chinks",
                    "coon",
                    "coons",
                    "dyke",
                    "dykes",
                    "fag",
                    "fags",
                    "faggot*",
                    "gook",
                    "gooks",
                    "kike",
                    "kikes",
                    "nigga*",
                    "nigger*",
                    "paki",
                    "pakis",
                    "raghead*",
                    "retard",
                    "retards",
                    "retarded",
                    "spic",
                    "spics",
                    "towelhead*",
                    "tranny",
                    "trannies",
                    "wetback*"));

    private Presets() {}

    static List<String> words(List<Long> presets) {
        return presets.stream().flatMap(preset -> WORDS.get(preset).stream()).toList();
    }
}
